import 'reflect-metadata';

// Views: what users write to answer requests.
export { Attribute } from './decorators/attribute';
export type { DecoratesParameter, ParameterType, RefuseMismatch, ValueOf } from './decorators/decorated-parameter';
export { Raises, ResponseHeader, type DecoratesViewOrMethod } from './decorators/answers';
export { Delete, Get, Head, Options, Patch, Post, Put } from './decorators/http-methods';
export type {
  MarksAnsweringMethod,
  MarksAnyMethod,
  MethodMarker,
  MethodOptionsWithoutBody,
  RefuseNothing,
  ReturnsNothing,
} from './decorators/http-methods';
export { createParameter } from './decorators/create-parameter';
export { Body, Cookie, Header, Param, Query, RawBody, Req, Signal } from './decorators/parameters';
export type { DecoratesAnyParameter, NamedParameter } from './decorators/parameters';
export { File, Files, type FileParameterOptions, type FilesParameterOptions } from './decorators/files';
export { Returns } from './decorators/returns';
export type { Answerable, DecoratesAnswer, DecoratesAnyAnswer, RefuseAnswer, WrongAnswer } from './decorators/returns';
export type { ReturnsOptions } from './metadata/answers';
export { Route } from './decorators/route';
export { createMetadata } from './decorators/create-metadata';
export type { MetadataKey } from './metadata/metadata-key';
export type { BodyOptions, UnknownProperties } from './metadata/parameters';
export type { MethodOptions } from './metadata/views';
export type { HttpMethod } from './metadata/http-method';
export { RedirectView } from './views/redirect-view';
export { View, type HttpMethodName } from './views/view';
export type { ReservedName, ViewCallable, ViewInit } from './views/as-view';

// DTOs: what comes in and leaves.
export type { ConditionOptions } from './binding/conditions';
export { Nullable, Optional, type DecoratesNullableField, type RefuseNonNull } from './binding/optional';
export { PageDto, type Page } from './binding/dto/page-dto';
export { PageQuery } from './binding/dto/page-query';
export { OmitDto, PartialDto, PickDto, type FieldName, type VariantClass } from './binding/variants/variants';

// Middleware: the four hooks.
export { Middleware, type RefuseStrayHooks, type StrayHooks } from './decorators/middleware';
export { UseMiddleware } from './decorators/use-middleware';
export type { MiddlewareEntry, MiddlewareOptions, UsedMiddleware } from './metadata/middleware';
export type { HookAnswer, MiddlewareHooks } from './middleware/hooks';
export { MiddlewareNotUsed } from './middleware/middleware-not-used';
export { use } from './modules/use';

// Modules: what belongs together.
export { Module } from './decorators/module';
export type {
  IncludeEntry,
  ModuleOptions,
  PathEntry,
  PluginEntry,
  PluginFactory,
  RouteEntry,
  ViewReference,
} from './metadata/modules';
export { include } from './modules/include';
export { path, type Init, type PathOptions } from './modules/path';
export { plugin, type PluginFactoryOptions } from './modules/plugin';
export { converter, type ConverterOptions, type DeclaredConverter } from './routing/converters';
export type { Converter } from './metadata/converter';
export { Urls, type QueryValue, type UrlOptions, type UrlParams, type UrlQuery } from './routing/urls';

// Injection.
export { Inject } from './decorators/inject';
export { Injectable } from './decorators/injectable';
export type { OnStart, OnStop } from './injection/lifecycle';
export { provide, type OpaqueProvision } from './injection/provide';
export { SERVER } from './injection/server';
export { token } from './injection/token';
export type { AbstractClass, Awaitable, Class } from './metadata/class';
export type {
  FactoryProvision,
  Provider,
  ProviderLiteral,
  Provision,
  ProvisionOptions,
  UncheckedProvision,
} from './metadata/provider';
export type { Scope, Token, TokenOf, ValuesOf } from './metadata/token';

// Requests and responses.
export type { CookieOptions, DeleteCookieOptions } from './http/cookies';
export type { Chunk } from './http/byte-stream';
export { EventStreamResponse, type EventStreamResponseOptions } from './http/event-stream-response';
export { FileResponse, type FileResponseOptions } from './http/file-response';
export { HttpHeaders, type HeaderRecord, type HeaderValue } from './http/headers';
export { JsonResponse } from './http/json-response';
export { Logger } from './http/logger';
export { RedirectResponse, type RedirectResponseOptions, type RedirectStatus } from './http/redirect-response';
export { HttpRequest } from './http/request';
export { RequestContext } from './http/request-context';
export { RequestScope } from './http/request-scope';
export { HttpResponse, type HttpResponseOptions } from './http/response';
export { RouteMatch } from './http/route-match';
export { ServerEvent, type ServerEventFields } from './http/server-event';
export { UploadedFile } from './http/uploaded-file';
export { StreamResponse, type StreamSource } from './http/stream-response';

// Errors.
export { ConfigurationError, type Finding, type Problem, type Severity } from './errors/configuration-error';
export { ErrorResponses } from './http/error-responses';
export { HttpError, type HttpErrorOptions } from './http/http-error';
export {
  BadGatewayError,
  BadRequestError,
  ConflictError,
  ForbiddenError,
  GatewayTimeoutError,
  GoneError,
  InternalServerError,
  LengthRequiredError,
  MethodNotAllowedError,
  NotAcceptableError,
  NotFoundError,
  NotImplementedError,
  PayloadTooLargeError,
  PreconditionFailedError,
  PreconditionRequiredError,
  RangeNotSatisfiableError,
  type RetryLaterOptions,
  RequestTimeoutError,
  ServiceUnavailableError,
  TooManyRequestsError,
  UnauthorizedError,
  type UnauthorizedErrorOptions,
  UnprocessableEntityError,
  UnsupportedMediaTypeError,
  UriTooLongError,
} from './http/http-errors';
export { ProblemResponse, toProblem, type ProblemDetails } from './http/problem-details';
export type { InputLimits } from './binding/validation/input-options';
export { ValidationError, type ValidationIssue } from './http/validation-error';

// The application.
export { Kernel } from './kernel';
export type {
  ExplainedArgument,
  ExplainedBuild,
  ExplainedField,
  ExplainedHook,
  ExplainedInput,
  Explanation,
  Lifetime,
  Outcome,
  TriedRoute,
} from './explain/explanation';
export type { KernelOptions, ValidationOptions } from './kernel-options';
export type { CheckOptions } from './kernel-proof';
export type { Check, CheckedApplication, CheckedRoute, RouteSummary } from './metadata/checks';
export { Secret } from './settings/secret';
export { Setting, type EnumObject, type ScalarType, type SettingType, type SettingValue } from './settings/setting';
export { Settings, type LogLevel } from './settings/settings';
