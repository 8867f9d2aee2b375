import { Kernel } from 'quintet';
import { HelloModule } from './hello';

async function main(): Promise<void> {
  const kernel = await Kernel.create(HelloModule);
  const url = await kernel.listen();
  console.log(`Try: curl ${url}/hello/Ada`);
}

void main();
