import { useEffect, useState } from 'react';
import { ChatLauncher } from '../chat/chat-launcher.tsx';
import { products } from './products.ts';
import { type Customer, shopServer } from './shop-server.ts';
import { SignIn } from './sign-in.tsx';

interface ShopProps {
  readonly config: { readonly backendUrl: string; readonly customers: readonly Customer[] };
}

/** The shop: what it sells, who is signed in, and its chat. */
export function Shop({ config }: ShopProps) {
  const [customer, setCustomer] = useState<Customer | null | 'unknown'>('unknown');

  useEffect(() => {
    shopServer.me().then(setCustomer, () => setCustomer(null));
  }, []);

  async function signOut(): Promise<void> {
    await shopServer.signOut();
    setCustomer(null);
  }

  return (
    <>
      <header className="top">
        <a className="brand" href="/">
          <span aria-hidden="true">◆</span> Contoso
        </a>
        {customer !== 'unknown' && (
          <SignIn
            customer={customer}
            customers={config.customers}
            onSignIn={async (userId) => setCustomer(await shopServer.signIn(userId))}
            onSignOut={signOut}
          />
        )}
      </header>
      <main>
        <section className="hero">
          <p className="eyebrow">Autumn at Contoso</p>
          <h1>Things that last longer than the season.</h1>
          <p>
            Questions about an order? Our people are one message away, and they know what you told them last
            time.
          </p>
        </section>
        <ul className="products" aria-label="Products">
          {products.map(({ name, price, note, hue }) => (
            <li key={name} className="product">
              <div className="picture" style={{ '--hue': hue } as React.CSSProperties} aria-hidden="true" />
              <h2>{name}</h2>
              <p>{note}</p>
              <p className="price">{price}</p>
            </li>
          ))}
        </ul>
      </main>
      <footer className="bottom">
        Contoso is not a shop. It shows a widget of your own on Reachback’s token backend.
      </footer>
      {customer !== 'unknown' && (
        <ChatLauncher key={customer?.userId ?? 'guest'} backendUrl={config.backendUrl} customer={customer} />
      )}
    </>
  );
}
