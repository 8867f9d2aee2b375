import { Expose, Type } from 'class-transformer';
import {
  IsDefined,
  IsEmail,
  IsNotEmpty,
  IsString,
  IsUrl,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { Nullable, Optional } from 'quintet';

// One segment of a path, so no longer than Fastify takes, and without spaces that nobody sees.
const username = /^\S(.{0,58}\S)?$/su;
const notAUsername = { message: 'username must have 1 to 60 characters, and no space at its ends' };

/** What a registered user signs in with. */
export class Credentials {
  @IsEmail() email!: string;
  @IsString() @IsNotEmpty() password!: string;
}

export class LoginBody {
  @IsDefined() @ValidateNested() user!: Credentials;
}

/** Who wants to register. */
export class NewUser {
  @Matches(username, notAUsername) username!: string;
  @IsEmail() email!: string;
  @MinLength(8) @MaxLength(1000) password!: string;
}

export class RegistrationBody {
  @IsDefined() @ValidateNested() user!: NewUser;
}

/** What users may change of themselves. What is absent stays. */
export class UserChanges {
  @Optional() @Matches(username, notAUsername) username?: string;
  @Optional() @IsEmail() email?: string;
  @Optional() @MinLength(8) @MaxLength(1000) password?: string;
  @Optional() @Nullable() @IsString() @MaxLength(10_000) bio?: string | null;
  @Optional() @Nullable() @IsUrl() image?: string | null;
}

export class UserChangesBody {
  @IsDefined() @ValidateNested() user!: UserChanges;
}

/** Users as they see themselves. */
export class UserDto {
  @Expose() email!: string;
  @Expose() token!: string;
  @Expose() username!: string;
  @Expose() @Nullable() @IsString() bio!: string | null;
  @Expose() @Nullable() @IsString() image!: string | null;
}

export class UserAnswer {
  @Expose() @Type(() => UserDto) user!: UserDto;
}
