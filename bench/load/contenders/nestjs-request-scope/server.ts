import { Scope } from '@nestjs/common';

import { startNest } from '../../shared/nest-application';

// NestJS on Fastify with a new controller for each request, which is what the views of Quintet are.
void startNest(Scope.REQUEST);
