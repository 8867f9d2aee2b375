import { Kernel } from 'quintet';
import { TourModule } from './tour';

async function main(): Promise<void> {
  const kernel = await Kernel.create(TourModule);
  const url = await kernel.listen();
  console.log(`The tour of the cycle is at ${url}`);
  console.log(`Try: curl -i ${url}/tour`);
}

void main();
