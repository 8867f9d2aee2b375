import { Expose, Type } from 'class-transformer';
import { IsDefined, Length, ValidateNested } from 'class-validator';
import { ProfileDto } from '../profiles/profile.dto';

export class NewComment {
  @Length(1, 10_000) body!: string;
}

export class NewCommentBody {
  @IsDefined() @ValidateNested() comment!: NewComment;
}

export class CommentDto {
  @Expose() id!: number;
  @Expose() createdAt!: Date;
  @Expose() updatedAt!: Date;
  @Expose() body!: string;
  @Expose() @Type(() => ProfileDto) author!: ProfileDto;
}

export class CommentAnswer {
  @Expose() @Type(() => CommentDto) comment!: CommentDto;
}

export class CommentsAnswer {
  @Expose() @Type(() => CommentDto) comments!: CommentDto[];
}
