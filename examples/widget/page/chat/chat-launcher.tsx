import { useEffect, useRef, useState } from 'react';
import { type Customer, shopServer } from '../shop/shop-server.ts';
import { ChatWindow } from './chat-window.tsx';
import { type Chat, createChat } from './create-chat.ts';
import { sessionKeep } from './session-keep.ts';
import { widgetBackend } from './widget-backend.ts';

interface ChatLauncherProps {
  readonly backendUrl: string;
  readonly customer: Customer | null;
}

/** The round button in the corner and the window it opens. The conversation goes on while the window is closed. */
export function ChatLauncher({ backendUrl, customer }: ChatLauncherProps) {
  const [chat, setChat] = useState<Chat | null>(null);
  const [open, setOpen] = useState(false);
  const launcher = useRef<HTMLButtonElement>(null);

  // Whoever leaves the shop's account leaves the chat: the next one at this browser is somebody else.
  useEffect(() => () => void (customer === null ? chat?.close() : chat?.end()), [chat, customer]);

  function show(): void {
    setOpen(true);
    if (chat !== null) return;
    setChat(
      createChat({
        backend: widgetBackend(backendUrl),
        assertion: customer === null ? null : shopServer.assertion,
        session: sessionKeep(customer?.userId ?? 'guest'),
      }),
    );
  }

  // Once it is there to be focused: on a small screen the window hides it.
  useEffect(() => {
    if (!open && chat !== null) launcher.current?.focus();
  }, [open, chat]);

  return (
    <>
      {open && chat !== null && <ChatWindow chat={chat} customer={customer} onClose={() => setOpen(false)} />}
      <button
        ref={launcher}
        type="button"
        className="launcher"
        aria-expanded={open}
        aria-label={open ? 'Close the chat' : 'Chat with us'}
        onClick={open ? () => setOpen(false) : show}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          {open ? <path d="M6 6l12 12M18 6L6 18" /> : <path d="M4 5h16v11H10l-5 4v-4H4z" />}
        </svg>
      </button>
    </>
  );
}
