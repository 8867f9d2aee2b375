import type { Readable } from 'node:stream';
import { types } from 'node:util';

import { ByteStream, type Chunk, toChunk } from './byte-stream';
import { isLiteral } from './is-literal';
import { toJson } from './to-json';

/** What is written to the socket; `undefined` is no body. */
export type Payload = string | Buffer | Readable | undefined;

/** How one kind of body is written. */
interface BodyKind {
  readonly contentType: string | undefined;
  readonly toPayload: (body: unknown) => Payload;
}

const none: BodyKind = { contentType: undefined, toPayload: () => undefined };
const text: BodyKind = { contentType: 'text/plain; charset=utf-8', toPayload: (body) => body as string };
const bytes: BodyKind = { contentType: 'application/octet-stream', toPayload: (body) => toBuffer(body) };
const stream: BodyKind = { contentType: 'application/octet-stream', toPayload: (body) => toByteStream(body) };
const json: BodyKind = { contentType: 'application/json; charset=utf-8', toPayload: (body) => toJson(body) };

/** How a body is written: text, bytes and streams as they are, nothing as no body, anything else as JSON. */
export function readBodyKind(body: unknown): BodyKind {
  if (body === undefined || body === null) return none;
  if (typeof body === 'string') return text;
  if (typeof body !== 'object') return json;
  if (ArrayBuffer.isView(body) || types.isAnyArrayBuffer(body)) return bytes;
  return isStream(body) ? stream : json;
}

/** Tells a body that is sent as JSON by the default. */
export function isJsonBody(body: unknown): boolean {
  return readBodyKind(body) === json;
}

/** Reads text or bytes from a stream or iterable, as a Node stream of bytes. */
export function toByteStream(source: unknown): Readable {
  if (isNodeStream(source) && !source.readableObjectMode) return source;
  return new ByteStream(toIterable(source), toChunk);
}

/** Tells a Node stream by what it can do: there are several libraries of them. */
export function isNodeStream(value: unknown): value is Readable {
  return !isLiteral(value) && hasMethod(value, 'pipe') && hasMethod(value, 'on');
}

/** Tells a stream of Node or of the web. */
export function isStream(body: object): boolean {
  return !isLiteral(body) && (isNodeStream(body) || hasMethod(body, 'getReader'));
}

// Text and bytes are iterables too, of single characters and numbers: they are meant as one chunk.
function toIterable(source: unknown): AsyncIterable<Chunk> | Iterable<Chunk> {
  return typeof source === 'string' || ArrayBuffer.isView(source)
    ? [source as Chunk]
    : (source as AsyncIterable<Chunk> | Iterable<Chunk>);
}

function toBuffer(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  if (ArrayBuffer.isView(body)) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return Buffer.from(body as ArrayBuffer);
}

function hasMethod(value: unknown, name: string): boolean {
  return typeof (value as Record<string, unknown> | null | undefined)?.[name] === 'function';
}
