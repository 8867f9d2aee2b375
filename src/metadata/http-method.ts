/** The methods that a view can answer, in the order in which `Allow` lists them. */
export const httpMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

/** A method that a view can answer. */
export type HttpMethod = (typeof httpMethods)[number];
