import { Scope } from '@nestjs/common';

import { startNest } from '../../shared/nest-application';

// NestJS on Fastify with its usual scope: one controller for all requests.
void startNest(Scope.DEFAULT);
