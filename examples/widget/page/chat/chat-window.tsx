import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Customer } from '../shop/shop-server.ts';
import type { ChatState } from './chat-state.ts';
import type { Chat } from './create-chat.ts';
import { MessageList } from './message-list.tsx';
import { refusalWords } from './refusal-words.ts';

interface ChatWindowProps {
  readonly chat: Chat;
  readonly customer: Customer | null;
  readonly onClose: () => void;
}

const mostCharacters = 4_096;

const said: Readonly<Record<ChatState['phase'], string>> = {
  opening: 'Connecting…',
  open: 'Online',
  reconnecting: 'Connection lost. Reconnecting…',
  refused: 'Not connected',
};

export function ChatWindow({ chat, customer, onClose }: ChatWindowProps) {
  const state = useSyncExternalStore(chat.subscribe, chat.state);
  const [draft, setDraft] = useState('');
  const input = useRef<HTMLTextAreaElement>(null);
  const ready = state.phase === 'open';
  const words = state.refusal === null || ready ? null : refusalWords(state.refusal);

  useEffect(() => input.current?.focus(), []);

  function send(): void {
    const text = draft.trim();
    if (text === '' || !ready) return;
    chat.send(text);
    setDraft('');
    input.current?.focus();
  }

  return (
    <section
      className="chat"
      aria-label="Chat with Contoso"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header>
        <div>
          <h2>Contoso support</h2>
          <p className={`status ${state.phase}`} role="status">
            {said[state.phase]}
          </p>
        </div>
        <button type="button" className="quiet" aria-label="Close the chat window" onClick={onClose}>
          ✕
        </button>
      </header>
      <MessageList
        messages={state.messages}
        typing={state.typing}
        greeting={
          customer === null
            ? 'Hello! How can we help?'
            : `Hello ${customer.name.split(' ')[0]}! How can we help?`
        }
        onAgain={chat.sendAgain}
      />
      {state.ended && <p className="notice">This conversation has ended. Write to begin another.</p>}
      {words !== null && (
        <div className="refusal" role="alert">
          <strong>{words.title}</strong>
          <p>{words.detail}</p>
          <button type="button" onClick={chat.retry}>
            Try again
          </button>
        </div>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <label className="hidden" htmlFor="draft">
          Your message
        </label>
        <textarea
          id="draft"
          ref={input}
          rows={1}
          maxLength={mostCharacters}
          placeholder="Write a message"
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" disabled={!ready || draft.trim() === ''}>
          Send
        </button>
      </form>
    </section>
  );
}
