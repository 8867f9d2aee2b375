/** The bytes of a form, and its headers. */
export async function toForm(entries: readonly (readonly [name: string, value: string | File])[]) {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  const encoded = new Response(form);
  return {
    body: Buffer.from(await encoded.arrayBuffer()),
    headers: { 'content-type': String(encoded.headers.get('content-type')) },
  };
}

/** A file of so many bytes. */
export function createFile(size: number, name = 'a.png', type = 'image/png'): File {
  return new File(['x'.repeat(size)], name, { type });
}
