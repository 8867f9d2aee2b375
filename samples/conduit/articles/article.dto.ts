import { Expose, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsInt,
  IsNotEmpty,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Optional } from 'quintet';
import { ProfileDto } from '../profiles/profile.dto';

/** Which part of a list. */
export class Page {
  @Optional() @IsInt() @Min(1) @Max(100) limit = 20;
  @Optional() @IsInt() @Min(0) offset = 0;
}

/** Which articles. */
export class ArticleFilter extends Page {
  @Optional() @IsString() tag?: string;
  /** Who has written them. */
  @Optional() @IsString() author?: string;
  /** Who likes them. */
  @Optional() @IsString() favorited?: string;
}

export class NewArticle {
  @Length(1, 300) title!: string;
  @Length(1, 1000) description!: string;
  @IsString() @IsNotEmpty() body!: string;
  @Optional() @IsArray() @ArrayMaxSize(50) @Length(1, 100, { each: true }) tagList: string[] = [];
}

export class NewArticleBody {
  @IsDefined() @ValidateNested() article!: NewArticle;
}

/** What authors may change of an article. What is absent stays. */
export class ArticleChanges {
  @Optional() @Length(1, 300) title?: string;
  @Optional() @Length(1, 1000) description?: string;
  @Optional() @IsString() @IsNotEmpty() body?: string;
}

export class ArticleChangesBody {
  @IsDefined() @ValidateNested() article!: ArticleChanges;
}

/** An article in a list. */
export class ArticleSummary {
  @Expose() slug!: string;
  @Expose() title!: string;
  @Expose() description!: string;
  @Expose() @Type(() => String) tagList!: string[];
  @Expose() createdAt!: Date;
  @Expose() updatedAt!: Date;
  /** False for visitors. */
  @Expose() favorited!: boolean;
  @Expose() favoritesCount!: number;
  @Expose() @Type(() => ProfileDto) author!: ProfileDto;
}

export class ArticleDto extends ArticleSummary {
  @Expose() body!: string;
}

export class ArticleAnswer {
  @Expose() @Type(() => ArticleDto) article!: ArticleDto;
}

export class ArticlesAnswer {
  @Expose() @Type(() => ArticleSummary) articles!: ArticleSummary[];
  /** Of all that match, on whatever page. */
  @Expose() articlesCount!: number;
}
