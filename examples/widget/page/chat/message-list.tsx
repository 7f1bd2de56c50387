import { useEffect, useRef } from 'react';
import type { ChatMessage } from './chat-state.ts';

interface MessageListProps {
  readonly messages: readonly ChatMessage[];
  readonly typing: boolean;
  readonly greeting: string;
  readonly onAgain: (id: string) => void;
}

const time = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hour12: false });

/** What was said, the newest in view; a screen reader is told what comes. */
export function MessageList({ messages, typing, greeting, onAgain }: MessageListProps) {
  const list = useRef<HTMLDivElement>(null);
  const newest = messages.at(-1)?.id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the newest message that moves the list
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [newest, typing]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div className="messages" role="log" aria-label="Messages" tabIndex={0} ref={list}>
      <p className="bubble theirs">{greeting}</p>
      {messages.map(({ id, ownId, mine, text, from, at, state }) => (
        <div key={ownId ?? id} className={mine ? 'said mine' : 'said theirs'}>
          <p className={`bubble ${mine ? 'mine' : 'theirs'} ${state}`}>
            <span className="hidden">{mine ? 'You: ' : `${from ?? 'Contoso'}: `}</span>
            {text}
          </p>
          <p className="meta">
            {!mine && from !== null && `${from} · `}
            {state === 'sending' && 'Sending…'}
            {state === 'sent' && time.format(at)}
            {state === 'failed' && (
              <>
                Not sent.{' '}
                <button type="button" className="link" onClick={() => onAgain(id)}>
                  Send again
                </button>
              </>
            )}
          </p>
        </div>
      ))}
      {typing && (
        <p className="bubble theirs typing">
          <span className="hidden">Contoso is typing</span>
          <i aria-hidden="true" />
          <i aria-hidden="true" />
          <i aria-hidden="true" />
        </p>
      )}
    </div>
  );
}
