import { Expose, Type } from 'class-transformer';

/** A user as others see them. */
export class ProfileDto {
  @Expose() username!: string;
  @Expose() bio!: string | null;
  @Expose() image!: string | null;
  /** False for visitors. */
  @Expose() following!: boolean;
}

export class ProfileAnswer {
  @Expose() @Type(() => ProfileDto) profile!: ProfileDto;
}
