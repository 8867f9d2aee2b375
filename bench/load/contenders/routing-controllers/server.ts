import 'reflect-metadata';

import { Expose, plainToInstance, Type } from 'class-transformer';
import type { Context } from 'koa';
import {
  Body,
  createKoaServer,
  Ctx,
  Get,
  HttpCode,
  JsonController,
  Param,
  Post,
  QueryParam,
  useContainer,
  UseBefore,
} from 'routing-controllers';
import { container, injectable } from 'tsyringe';

import { Catalog, layers, port, tellReady, users } from '../../shared/answers';
import { CreateUserDto } from '../../shared/user-dto';

class AddressAnswer {
  @Expose() street!: string;
  @Expose() city!: string;
  @Expose() zip!: string;
}

class UserAnswer {
  @Expose() id!: number;
  @Expose() name!: string;
  @Expose() email!: string;
  @Expose() age!: number;
  @Expose() active!: boolean;
  @Expose() tags!: string[];
  @Expose() @Type(() => AddressAnswer) address!: AddressAnswer;
}

@injectable()
@JsonController()
class MainController {
  @Get('/hello')
  hello() {
    return { hello: 'world' };
  }

  @Get('/things/:id')
  thing(@Param('id') id: number, @QueryParam('page') page: number, @QueryParam('active') active: boolean) {
    return { id, page, active };
  }

  @Post('/users')
  @HttpCode(201)
  create(@Body() { name, email, address }: CreateUserDto) {
    return { name, email, city: address.city };
  }

  @Get('/list')
  list() {
    return plainToInstance(UserAnswer, users, { excludeExtraneousValues: true });
  }

  @Get('/throws')
  throws(): string {
    throw new Error('The view throws.');
  }
}

const createLayer = (name: string) => async (context: Context, next: () => Promise<unknown>) => {
  await next();
  context.set(name, 'seen');
};

@injectable()
@JsonController('/cycle')
@UseBefore(...layers.map(createLayer))
class CycleController {
  constructor(private readonly catalog: Catalog) {}

  @Get('/:id')
  show(@Param('id') id: number, @Ctx() context: Context) {
    return { id, title: this.catalog.title(id), path: context.path };
  }
}

useContainer({ get: (type) => container.resolve(type as never) });
const application = createKoaServer({
  controllers: [MainController, CycleController],
  validation: { whitelist: true, forbidNonWhitelisted: true },
  classTransformer: true,
  defaultErrorHandler: true,
}) as { silent: boolean; listen(port: number, ready: () => void): void };
application.silent = true;
application.listen(port, tellReady);
