import 'reflect-metadata';

import {
  Body,
  type CallHandler,
  Controller,
  type DynamicModule,
  type ExecutionContext,
  Get,
  Inject,
  Injectable,
  mixin,
  type NestInterceptor,
  Param,
  ParseBoolPipe,
  ParseIntPipe,
  Post,
  Query,
  Scope,
  type Type,
  UseInterceptors,
  ValidationPipe,
} from '@nestjs/common';
import { NestFactory, REQUEST } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Expose, plainToInstance, Type as TypeOf } from 'class-transformer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

import { Catalog, large, layers, port, tellReady, users } from './answers';
import { CreateUserDto } from './user-dto';

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
  @Expose() @TypeOf(() => AddressAnswer) address!: AddressAnswer;
}

const createLayer = (name: string): Type<NestInterceptor> => {
  @Injectable()
  class Layer implements NestInterceptor {
    intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
      return next.handle().pipe(
        map((answer: unknown) => {
          context.switchToHttp().getResponse<FastifyReply>().header(name, 'seen');
          return answer;
        }),
      );
    }
  }
  return mixin(Layer);
};

/** Starts all workloads on NestJS with Fastify: controllers of one scope. */
export async function startNest(scope: Scope): Promise<void> {
  const application = await NestFactory.create<NestFastifyApplication>(createModule(scope), new FastifyAdapter(), {
    logger: false,
  });
  application.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: true }));
  await application.listen(port, '127.0.0.1');
  tellReady();
}

function createModule(scope: Scope): DynamicModule {
  class RootModule {}
  const largeControllers = Array.from({ length: large.routes }, (_, index) => {
    @Controller({ path: `large/${index}`, scope })
    class LargeController {
      @Get(':id')
      show() {
        return { index };
      }
    }
    return LargeController;
  });
  return {
    module: RootModule,
    controllers: [createMainController(scope), createCycleController(scope), ...largeControllers],
    providers: [
      Catalog,
      ...Array.from({ length: large.providers }, (_, index) => ({ provide: `provider-${index}`, useValue: index })),
    ],
  };
}

function createMainController(scope: Scope): Type {
  @Controller({ scope })
  class MainController {
    @Get('hello')
    hello() {
      return { hello: 'world' };
    }

    @Get('things/:id')
    thing(
      @Param('id', ParseIntPipe) id: number,
      @Query('page', ParseIntPipe) page: number,
      @Query('active', ParseBoolPipe) active: boolean,
    ) {
      return { id, page, active };
    }

    @Post('users')
    create(@Body() { name, email, address }: CreateUserDto) {
      return { name, email, city: address.city };
    }

    @Get('list')
    list() {
      return plainToInstance(UserAnswer, users, { excludeExtraneousValues: true });
    }

    @Get('throws')
    throws(): string {
      throw new Error('The view throws.');
    }
  }
  return MainController;
}

function createCycleController(scope: Scope): Type {
  if (scope === Scope.REQUEST) {
    @Controller({ path: 'cycle', scope })
    @UseInterceptors(...layers.map(createLayer))
    class CycleController {
      constructor(
        @Inject(Catalog) private readonly catalog: Catalog,
        @Inject(REQUEST) private readonly request: FastifyRequest,
      ) {}

      @Get(':id')
      show(@Param('id', ParseIntPipe) id: number) {
        return { id, title: this.catalog.title(id), path: this.request.url };
      }
    }
    return CycleController;
  }

  @Controller({ path: 'cycle' })
  @UseInterceptors(...layers.map(createLayer))
  class CycleController {
    constructor(@Inject(Catalog) private readonly catalog: Catalog) {}

    @Get(':id')
    show(@Param('id', ParseIntPipe) id: number) {
      return { id, title: this.catalog.title(id), path: `/cycle/${id}` };
    }
  }
  return CycleController;
}
