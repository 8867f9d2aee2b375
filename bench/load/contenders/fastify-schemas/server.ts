import { createServer } from '../../shared/raw-fastify';
import { port, tellReady } from '../../shared/answers';

// Fastify with a schema for every parameter and every answer.
void createServer({ hasSchemas: true }).listen({ port }).then(tellReady);
