import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

/** An address in the body of `POST /users`. */
export class AddressDto {
  @IsString() @Length(1, 100) street!: string;
  @IsString() @Length(1, 100) city!: string;
  @Matches(/^\d{5}$/) zip!: string;
}

/** The body of `POST /users`: eight fields, one of them nested. */
export class CreateUserDto {
  @IsString() @Length(1, 50) name!: string;
  @IsEmail() email!: string;
  @IsInt() @Min(0) @Max(150) age!: number;
  @IsBoolean() active!: boolean;
  @IsIn(['reader', 'editor', 'admin']) role!: string;
  @IsArray() @ArrayMaxSize(10) @IsString({ each: true }) tags!: string[];
  @IsOptional() @MaxLength(500) bio?: string;
  @ValidateNested() @Type(() => AddressDto) address!: AddressDto;
}
