import { Exclude, Expose, Transform, Type } from 'class-transformer';
import { IsInt, IsString } from 'class-validator';
import { Get, Module, Returns, Route } from '../../../src/index';
import { createTestKernel, type TestKernel } from '../../../src/testing/create-test-kernel';

class AuthorDto {
  @Expose() name!: string;
}

const author = { name: 'A', password: 'secret' };

let kernel: TestKernel | undefined;
afterEach(() => kernel?.close());

async function start(view: new () => object): Promise<TestKernel> {
  @Module({ routes: [view] })
  class AppModule {}
  kernel = await createTestKernel(AppModule);
  return kernel;
}

describe('the decorators of class-transformer', () => {
  it('lets fields of groups leave where they are asked for', async () => {
    class UserDto {
      @Expose() name!: string;
      @Expose({ groups: ['admin'] }) email!: string;
    }
    const user = { name: 'A', email: 'a@b.c' };
    @Route('/user')
    class UserView {
      @Get() @Returns(UserDto) show() {
        return user;
      }
      @Get('/admin') @Returns(UserDto, { groups: ['admin'] }) admin() {
        return user;
      }
    }
    const { client } = await start(UserView);

    expect((await client.get('/user')).text).toBe('{"name":"A"}');
    expect((await client.get('/user/admin')).text).toBe('{"name":"A","email":"a@b.c"}');
  });

  it('honours names, exclusions and transformations towards plain', async () => {
    class UserDto {
      @Expose({ name: 'user_name' }) name!: string;
      @Exclude() @IsString() password!: string;
      @Exclude({ toPlainOnly: true }) @IsString() hash!: string;
      @Exclude({ toClassOnly: true }) @IsInt() age!: number;
      @Expose({ toClassOnly: true }) pin!: string;
      @Transform(({ value, obj }) => `${String(value)}/${String((obj as UserDto).age)}`) @Expose() label!: string;
      @Transform(() => 'never', { toClassOnly: true }) @Expose() plain!: string;
      @Transform(({ value }) => (value as object[]).slice(0, 1)) @Expose() @Type(() => AuthorDto) authors!: AuthorDto[];
      @Expose() shout() {
        return this.name.toUpperCase();
      }
    }
    @Route('/user')
    class UserView {
      @Get() @Returns(UserDto, { unchecked: true }) show() {
        const secrets = { password: 'p', hash: 'h', pin: '1' };
        const user = { name: 'a', age: 7, label: 'l', plain: 'p', authors: [author, author], ...secrets };
        return Object.assign(new UserDto(), user);
      }
    }
    const { client } = await start(UserView);

    expect((await client.get('/user')).json()).toEqual({
      user_name: 'a',
      age: 7,
      label: 'l/7',
      plain: 'p',
      authors: [{ name: 'A' }],
      shout: 'A',
    });
  });

  it('choose the fields of what a discriminator or a function tells', async () => {
    class Circle {
      @Expose() radius!: number;
    }
    class Square {
      @Expose() kind!: string;
      @Expose() side!: number;
      @Expose() @Type(() => Object, { discriminator: shapes() }) inner?: object;
    }
    function shapes() {
      return {
        property: 'kind',
        subTypes: [
          { name: 'circle', value: Circle },
          { name: 'square', value: Square },
        ],
      };
    }
    class Drawing {
      @Expose() @Type(() => Object, { discriminator: shapes() }) shapes!: object[];
      @Expose() by!: string;
      @Expose()
      @Type((options) => (options?.object['by'] === 'a' ? Circle : Square))
      first!: object;
    }
    @Route('/drawing')
    class DrawingView {
      @Get() @Returns(Drawing) show() {
        const circle = Object.assign(new Circle(), { radius: 1, secret: 1 });
        const square = { kind: 'square', side: 2, secret: 2, inner: circle };
        return { shapes: [circle, square], by: 'a', first: { radius: 3, side: 3 } };
      }
      @Get('/wrong') @Returns(Drawing) wrong() {
        return { shapes: [{ kind: 'line' }], by: 'a', first: {} };
      }
    }
    const { client } = await start(DrawingView);

    expect((await client.get('/drawing')).json()).toEqual({
      shapes: [
        { kind: 'circle', radius: 1 },
        { kind: 'square', side: 2, inner: { kind: 'circle', radius: 1 } },
      ],
      by: 'a',
      first: { radius: 3 },
    });
    await expect(client.get('/drawing/wrong')).rejects.toThrow(
      'Drawing.shapes holds an object that is none of circle, square.',
    );
  });
});
