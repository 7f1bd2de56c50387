import { useState } from 'react';
import type { Customer } from './shop-server.ts';

interface SignInProps {
  readonly customer: Customer | null;
  readonly customers: readonly Customer[];
  readonly onSignIn: (userId: string) => Promise<void>;
  readonly onSignOut: () => Promise<void>;
}

/** Who is signed in, or a way to be: by the id the old widget knew them by. */
export function SignIn({ customer, customers, onSignIn, onSignOut }: SignInProps) {
  const [chosen, setChosen] = useState(customers[0]?.userId ?? '');
  if (customer !== null) {
    return (
      <div className="account">
        <span>
          Signed in as <strong>{customer.name}</strong>
        </span>
        <button type="button" className="quiet" onClick={() => void onSignOut()}>
          Sign out
        </button>
      </div>
    );
  }
  return (
    <form
      className="account"
      onSubmit={(event) => {
        event.preventDefault();
        void onSignIn(chosen);
      }}
    >
      <label htmlFor="who">Zendesk user</label>
      <select id="who" value={chosen} onChange={(event) => setChosen(event.target.value)}>
        {customers.map(({ userId, name }) => (
          <option key={userId} value={userId}>
            {name} ({userId})
          </option>
        ))}
      </select>
      <button type="submit">Sign in</button>
    </form>
  );
}
