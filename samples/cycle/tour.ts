import {
  Get,
  HttpRequest,
  HttpResponse,
  Injectable,
  type LogLevel,
  Middleware,
  Module,
  NotFoundError,
  Post,
  Query,
  Req,
  Route,
  Settings,
} from 'quintet';

/** What has run in one request. It is printed as it grows. */
@Injectable({ scope: 'request' })
export class Trace {
  readonly #steps: string[] = [];

  constructor(request: HttpRequest) {
    console.log(`\n${request.method} ${request.originalUrl}`);
  }

  add(step: string): void {
    console.log(`  ${step}`);
    this.#steps.push(step);
  }

  toString(): string {
    return this.#steps.join(' ');
  }
}

/** Traces its hooks, and does in them what the query asks for: `?request=middle:answer`. */
abstract class TracingMiddleware implements Middleware {
  processRequest(request: HttpRequest) {
    return this.#run('request', request);
  }

  processView(request: HttpRequest) {
    return this.#run('view', request);
  }

  processException(request: HttpRequest) {
    return this.#run('exception', request);
  }

  processResponse(request: HttpRequest, response: HttpResponse) {
    const answer = this.#run('response', request) ?? response;
    answer.headers.set('trace', String(request.scope.get(Trace)));
    return answer;
  }

  #run(hook: string, request: HttpRequest): HttpResponse | undefined {
    const { name } = this.constructor;
    request.scope.get(Trace).add(`${name}.${hook}`);

    const wish = (request.query as Record<string, string | undefined>)[hook] ?? '';
    const [who, deed] = wish.split(':');
    if (who !== name.toLowerCase()) return undefined;
    if (deed === 'answer') return new HttpResponse(`${name} answers.\n`);
    throw deed === 'not-found' ? new NotFoundError(`${name} finds nothing.`) : new Error(`${name} throws.`);
  }
}

@Middleware()
export class Outer extends TracingMiddleware {}

@Middleware()
export class Middle extends TracingMiddleware {}

@Middleware()
export class Inner extends TracingMiddleware {}

@Route('/tour')
export class TourView {
  constructor(private readonly trace: Trace) {}

  @Get()
  show(@Query('do') deed?: string, @Query('times') times?: number) {
    this.trace.add('VIEW');

    if (deed === 'throw') throw new Error('The view throws.');
    if (deed === 'not-found') throw new NotFoundError('The view finds nothing.');
    return deed === 'nothing' ? undefined : 'The view answers.\n'.repeat(times ?? 1);
  }

  @Post()
  keep(@Req() { body }: HttpRequest) {
    this.trace.add('VIEW');
    return { body };
  }
}

/** The framework's settings, with a small limit that is easily exceeded, and without a log unless `LOG_LEVEL` is set. */
export class TourSettings extends Settings {
  override readonly bodyLimit: number = 40;
  override readonly logLevel: LogLevel = 'silent';
}

@Module({ settings: TourSettings, routes: [TourView], middleware: [Outer, Middle, Inner] })
export class TourModule {}
