import 'reflect-metadata';

import { Expose, Type } from 'class-transformer';
import {
  Body,
  Get,
  HttpRequest,
  type HttpResponse,
  include,
  Injectable,
  Kernel,
  Middleware,
  Module,
  Param,
  Post,
  provide,
  Query,
  Returns,
  Route,
} from 'quintet';

import { Catalog, large, layers, port, tellReady, users } from '../../shared/answers';
import { CreateUserDto } from '../../shared/user-dto';

@Route('/hello')
class HelloView {
  @Get()
  show() {
    return { hello: 'world' };
  }
}

@Route('/things/<int:id>')
class ThingView {
  @Get()
  show(@Param('id') id: number, @Query('page') page: number, @Query('active') active: boolean) {
    return { id, page, active };
  }
}

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
  @Expose() @Type(() => String) tags!: readonly string[];
  @Expose() address!: AddressAnswer;
}

@Route('/users')
class UsersView {
  @Post({ status: 201 })
  create(@Body() { name, email, address }: CreateUserDto) {
    return { name, email, city: address.city };
  }
}

@Route('/list')
class ListView {
  @Get()
  @Returns([UserAnswer])
  list() {
    return [...users];
  }
}

@Route('/throws')
class ThrowingView {
  @Get()
  show(): string {
    throw new Error('The view throws.');
  }
}

@Injectable({ scope: 'request' })
class RequestPath {
  constructor(private readonly request: HttpRequest) {}

  get path(): string {
    return this.request.path;
  }
}

@Route('/cycle/<int:id>')
class CycleView {
  constructor(
    private readonly catalog: Catalog,
    private readonly path: RequestPath,
  ) {}

  @Get()
  show(@Param('id') id: number) {
    return { id, title: this.catalog.title(id), path: this.path.path };
  }
}

function createLayer(name: string) {
  @Middleware()
  class Layer implements Middleware {
    processRequest(): undefined {
      return undefined;
    }

    processResponse(_request: HttpRequest, response: HttpResponse): HttpResponse {
      response.headers.set(name, 'seen');
      return response;
    }
  }
  return Layer;
}

// Every tenth of the large application's views needs providers; together they need all.
const providers = Array.from({ length: large.providers }, () => {
  @Injectable()
  class Provided {}
  return Provided;
});

const largeViews = Array.from({ length: large.routes }, (_, index) => {
  @Injectable()
  class Needed {}
  @Route(`/large/${index}/:id`)
  class LargeView {
    constructor(readonly needed: Needed) {}

    @Get()
    show() {
      return { index };
    }
  }
  return LargeView;
});

@Module({ routes: [CycleView], middleware: layers.map(createLayer) })
class CycleModule {}

@Module({
  routes: [HelloView, ThingView, UsersView, ListView, ThrowingView, include('', CycleModule), ...largeViews],
  providers: [provide(Catalog, { useClass: Catalog }), RequestPath, ...providers],
})
class AppModule {}

async function start(): Promise<void> {
  const kernel = await Kernel.create(AppModule, { logger: false });
  await kernel.listen({ port, host: '127.0.0.1' });
  tellReady();
}

void start();
