import formbody from '@fastify/formbody';
import { Transform, Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  IsArray,
  IsDate,
  IsEmail,
  IsInt,
  IsOptional,
  Length,
  Min,
  ValidateNested,
  validateSync,
} from 'class-validator';

import { Body, Cookie, File, Get, Header, Module, Param, plugin, Post, Put, Query, Route } from '../../src/index';
import type { UploadedFile } from '../../src/index';

class Address {
  @Length(1, 80) city!: string;
  @IsOptional() @Length(5, 5) zip?: string;
}

class User {
  @Length(2, 50) name!: string;
  @IsOptional() @IsEmail() email?: string;
  @IsOptional() @IsInt() @Min(0) age?: number;
  @IsOptional() @IsArray() @ArrayMaxSize(5) @Length(1, 20, { each: true }) tags?: string[];
  @IsOptional() @IsDate() born?: Date;
  @IsOptional() @ValidateNested() address?: Address;
  @IsOptional() @ValidateNested({ each: true }) @Type(() => User) friends?: User[];
  @IsOptional() @Allow() free?: unknown;
}

// Built by class-transformer.
class Trimmed {
  @Transform(({ value }) => (typeof value === 'string' ? value.trim() : (value as unknown)))
  @Length(2, 50)
  name!: string;
  @IsOptional() @ValidateNested() @Type(() => Address) address?: Address;
}

class Fields {
  @Length(2, 50) name!: string;
  @IsOptional() @IsInt() age?: number;
}

class Filter {
  @IsOptional() @IsInt() page = 1;
  @IsOptional() @IsArray() @IsInt({ each: true }) ids?: number[];
}

class Ids {
  @IsInt() id!: number;
}

// Whatever reaches a view has been built and checked: both libraries are asked again.
function assertValid(value: unknown, type: new () => object): string {
  if (!(value instanceof type)) throw new Error(`The view got no ${type.name}.`);
  if (Object.getPrototypeOf(value) !== type.prototype) throw new Error('The view got another prototype.');
  const errors = validateSync(value, { forbidUnknownValues: false });
  if (errors.length > 0) throw new Error(`The view got an invalid ${type.name}: ${errors.join(', ')}`);
  return 'valid';
}

@Route('/users')
class UsersView {
  @Post() create(@Body() user: User) {
    return assertValid(user, User);
  }

  @Put() replace(@Body([User]) users: User[]) {
    return users.map((user) => assertValid(user, User));
  }

  @Post('strip') strip(@Body(User, { unknownProperties: 'strip' }) user: User) {
    return assertValid(user, User);
  }

  @Post('allow') allow(@Body(User, { unknownProperties: 'allow' }) user: User) {
    return assertValid(user, User);
  }

  @Post('trimmed') trimmed(@Body() body: Trimmed) {
    return assertValid(body, Trimmed);
  }

  @Post('avatar') avatar(@Body() fields: Fields, @File('avatar', { optional: true }) _avatar?: UploadedFile) {
    return assertValid(fields, Fields);
  }

  @Get('list/:id') list(@Param() ids: Ids, @Query() filter: Filter) {
    return [assertValid(ids, Ids), assertValid(filter, Filter)];
  }

  @Get('one') one(@Query('n') query?: number, @Header('x-n') header?: number, @Cookie('n') cookie?: number) {
    return [typeof query, typeof header, typeof cookie];
  }
}

/** An application whose view fails where it gets what is not valid. */
@Module({ routes: [UsersView], plugins: [plugin(formbody)] })
export class AttackedModule {}

/** The URLs that take a user as JSON. */
export const bodies = ['/users', '/users/strip', '/users/allow', '/users/trimmed'];

/** The header of a JSON body. */
export const json = { 'content-type': 'application/json' };
