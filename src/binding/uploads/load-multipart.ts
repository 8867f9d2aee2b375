/** `@fastify/multipart`, an optional package: only who takes files needs it. `undefined` where it is not installed. */
export function loadMultipart(): unknown {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import() would load it for everybody
    return require('@fastify/multipart') as unknown;
  } catch {
    return undefined;
  }
}
