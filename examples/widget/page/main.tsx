import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { Shop } from './shop/shop.tsx';

const config = z.object({
  backendUrl: z.url(),
  customers: z.array(z.object({ userId: z.string(), name: z.string() })),
});

const root = document.getElementById('root');
const written = document.getElementById('config')?.textContent ?? '';
if (root !== null) createRoot(root).render(<Shop config={config.parse(JSON.parse(written))} />);
