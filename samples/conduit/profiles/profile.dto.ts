import { Expose, Type } from 'class-transformer';
import { IsString } from 'class-validator';
import { Nullable } from 'quintet';

/** A user as others see them. */
export class ProfileDto {
  @Expose() username!: string;
  @Expose() @Nullable() @IsString() bio!: string | null;
  @Expose() @Nullable() @IsString() image!: string | null;
  /** False for visitors. */
  @Expose() following!: boolean;
}

export class ProfileAnswer {
  @Expose() @Type(() => ProfileDto) profile!: ProfileDto;
}
