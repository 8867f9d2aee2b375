const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength }) as const;

/** The rules of `CreateUserDto` as JSON Schema, for ajv. */
export const createUserSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'email', 'age', 'active', 'role', 'tags', 'address'],
  properties: {
    name: text(50),
    email: { type: 'string', format: 'email' },
    age: { type: 'integer', minimum: 0, maximum: 150 },
    active: { type: 'boolean' },
    role: { type: 'string', enum: ['reader', 'editor', 'admin'] },
    tags: { type: 'array', maxItems: 10, items: { type: 'string' } },
    bio: { type: 'string', maxLength: 500 },
    address: {
      type: 'object',
      additionalProperties: false,
      required: ['street', 'city', 'zip'],
      properties: { street: text(100), city: text(100), zip: { type: 'string', pattern: '^\\d{5}$' } },
    },
  },
} as const;

/** What leaves of a stored user. */
export const userAnswerSchema = {
  type: 'object',
  properties: {
    id: { type: 'number' },
    name: { type: 'string' },
    email: { type: 'string' },
    age: { type: 'number' },
    active: { type: 'boolean' },
    tags: { type: 'array', items: { type: 'string' } },
    address: {
      type: 'object',
      properties: { street: { type: 'string' }, city: { type: 'string' }, zip: { type: 'string' } },
    },
  },
} as const;

/** The answer of `POST /users`. */
export const createdSchema = {
  type: 'object',
  properties: { name: { type: 'string' }, email: { type: 'string' }, city: { type: 'string' } },
} as const;
