import { Get, Injectable, Module, Param, Route } from 'quintet';

@Injectable()
export class Greetings {
  greet(name: string): string {
    return `Hello, ${name}!`;
  }
}

@Route('/hello/:name')
export class HelloView {
  constructor(private readonly greetings: Greetings) {}

  @Get()
  show(@Param('name') name: string) {
    return { greeting: this.greetings.greet(name) };
  }
}

@Module({ routes: [HelloView] })
export class HelloModule {}
