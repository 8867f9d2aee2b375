import { writeFile } from 'node:fs/promises';

import type { Kernel } from '../kernel';
import type { Class } from '../metadata/class';
import { createOpenApi } from './create-openapi';
import type { OpenApiOptions } from './options';

/**
 * Writes the document of an application to a file, without a server.
 *
 * @example
 * ```ts
 * await writeOpenApi(AppModule, 'openapi.json', { title: 'Notes', version: '1.0.0' });
 * ```
 */
export async function writeOpenApi(application: Kernel | Class, file: string, options: OpenApiOptions): Promise<void> {
  await writeFile(file, `${JSON.stringify(createOpenApi(application, options), undefined, 2)}\n`);
}
