import { createServer } from '../../shared/raw-fastify';
import { port, tellReady } from '../../shared/answers';

// Fastify as one writes it by hand: a schema where there is a body, and for the list.
void createServer({ hasSchemas: false }).listen({ port }).then(tellReady);
