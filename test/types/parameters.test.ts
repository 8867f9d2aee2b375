/* eslint-disable max-params -- each parameter is a case */
import { Body, Cookie, Header, HttpRequest, Param, Query, Req, Signal } from '../../src/index';

const Color = { Red: 'red', Blue: 'blue' } as const;
type Color = (typeof Color)[keyof typeof Color];

describe('the types of bound parameters', () => {
  it('refuses a parameter that cannot hold what the given type stands for', () => {
    class Wrong {
      query(
        // @ts-expect-error a number is no string
        @Query('page', Number) page: string,
        // @ts-expect-error a list is no number
        @Query('ids', [Number]) ids: number,
      ) {
        return [page, ids];
      }

      param(
        // @ts-expect-error a list of numbers is no list of strings
        @Param('id', [Number]) id: string[],
        // @ts-expect-error a boolean is no number
        @Header('x-flag', Boolean) flag: number,
        // @ts-expect-error a bigint is no number
        @Cookie('big', BigInt) big: number,
      ) {
        return [id, flag, big];
      }

      enums(
        // @ts-expect-error the enum has other members
        @Query('color', Color) color: 'red' | 'green',
      ) {
        return color;
      }
    }

    expect(Wrong).toBeDefined();
  });

  it('accepts a parameter that holds what the given type stands for', () => {
    class Right {
      query(
        @Query('page', Number) page: number,
        @Query('ids', [Number]) ids: number[],
        @Query('since', Date) since: Date | undefined,
        @Query('color', Color) color: Color,
        @Query('colors', [Color]) colors: readonly Color[],
        @Query('any', String) any: unknown,
      ) {
        return [page, ids, since, color, colors, any];
      }

      untyped(@Query('page') page: number, @Param() params: unknown, @Body() body: { readonly a: number }) {
        return [page, params, body];
      }
    }

    expect(Right).toBeDefined();
  });

  it('refuses @Req and @Signal on a parameter of another type', () => {
    class Wrong {
      run(
        // @ts-expect-error a request is no string
        @Req() request: string,
        // @ts-expect-error a signal is no request
        @Signal() signal: HttpRequest,
      ) {
        return [request, signal];
      }
    }

    expect(Wrong).toBeDefined();
  });

  it('accepts @Req and @Signal on a parameter of their type, also in a private or protected method', () => {
    class Right {
      run(@Req() request: HttpRequest, @Signal() signal: AbortSignal) {
        return [request, signal, this.hidden(request), this.guarded(1)];
      }

      protected guarded(@Query('page', Number) page: number) {
        return page;
      }

      private hidden(@Req() request: HttpRequest) {
        return request;
      }
    }

    expect(Right).toBeDefined();
  });
});
