import { BadRequestError } from './http-errors';

/**
 * Tells whether the target of a request is a path, or a URL with one. The router looks neither at the first character of
 * a target nor behind a `#`: `*admin` would match `/admin`.
 */
export function isPathTarget(target: string): boolean {
  return (target.startsWith('/') || /^https?:\/\//i.test(target)) && !target.includes('#');
}

/** The error of a target that is no URL of ours. */
export function createTargetError(options?: ErrorOptions): BadRequestError {
  return new BadRequestError('The target of the request is not a valid path.', options);
}
