import 'reflect-metadata';

import { Expose, Type } from 'class-transformer';
import fastJson from 'fast-json-stringify';

import { compileAnswer } from '../../src/binding/answers/compile-answer';
import { type Gate, reportGates } from './gate';
import { measure } from './measure';

class AddressAnswer {
  @Expose() street!: string;
  @Expose() city!: string;
  @Expose() zip!: string;
}

class UserAnswer {
  @Expose() id!: number;
  @Expose() name!: string;
  @Expose() email!: string;
  @Expose() age!: number;
  @Expose() active!: boolean;
  @Expose() @Type(() => String) tags!: readonly string[];
  @Expose() address!: AddressAnswer;
}

class MemberAnswer extends UserAnswer {
  @Expose() nickname!: string | null;
  @Expose() joinedAt!: Date;
}

const members = Array.from({ length: 100 }, (_, index) => ({
  id: index + 1,
  name: `User ${index + 1}`,
  email: `user${index + 1}@example.com`,
  age: 20 + (index % 50),
  active: index % 2 === 0,
  tags: ['reader', 'writer'],
  address: { street: `${index + 1} Main Street`, city: 'Berlin', zip: '10115' },
  passwordHash: 'never to be seen',
  nickname: index % 2 === 0 ? null : 'nick',
  joinedAt: new Date(1_700_000_000_000 + index * 12_345_678),
}));

const text = { type: 'string' };
const user = {
  id: { type: 'integer' },
  name: text,
  email: text,
  age: { type: 'integer' },
  active: { type: 'boolean' },
  tags: { type: 'array', items: text },
  address: {
    type: 'object',
    required: ['street', 'city', 'zip'],
    properties: { street: text, city: text, zip: text },
  },
};
const member = { ...user, nickname: { ...text, nullable: true }, joinedAt: { ...text, format: 'date-time' } };

/** What a list of a hundred objects takes through `@Returns`, as a share of fast-json-stringify's time for it. */
function measureAnswers(): Gate[] {
  return [
    { name: 'answer-list-share-of-fast-json-stringify', figure: share(UserAnswer, user), limit: 1.05 },
    { name: 'answer-list-null-date-share-of-fast-json-stringify', figure: share(MemberAnswer, member), limit: 1.05 },
  ];
}

function share(type: new () => object, properties: Record<string, object>): number {
  const { write } = compileAnswer({ type, isList: true, options: {} });
  const writeLibrary = fastJson({
    type: 'array',
    items: { type: 'object', required: Object.keys(properties), properties },
  });
  if (write(members) !== writeLibrary(members)) throw new Error('The two texts differ.');

  let sent = 0;
  // What is sent is bytes: a text in pieces would be cheap to make and dear to send.
  const send = (json: string | undefined): void => {
    sent += Buffer.from(json ?? '').length;
  };
  const times = measure(
    {
      ours: (count) => {
        for (let index = 0; index < count; index++) send(write(members));
      },
      library: (count) => {
        for (let index = 0; index < count; index++) send(writeLibrary(members));
      },
    },
    50,
  );
  if (sent === 0) throw new Error('Nothing was written.');
  return times.ours / times.library;
}

reportGates(measureAnswers());
