import { startShop } from './start-shop.ts';

const port = (name: string, standard: number): number => Number(process.env[name] || standard);

const shop = await startShop({
  port: port('WIDGET_EXAMPLE_PORT', 3977),
  backendUrl: process.env.WIDGET_BACKEND_URL || `http://127.0.0.1:${port('PORT', 3978)}`,
  dataDir: process.env.DATA_DIR || './data',
});
console.log(`Contoso shop with its widget: ${shop.url}`);
console.log('Reachback must be running in its sandbox (npm start), on the same DATA_DIR.');
const stop = (): void => void shop.stop().then(() => process.exit(0));
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
