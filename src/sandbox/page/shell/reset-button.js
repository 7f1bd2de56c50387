import { controlApi } from '../link/control-api.js';
import { askFirst } from './dialog.js';
import { orToast } from './toast.js';

/** Starting over, after a question. @param {HTMLElement} button */
export function resetButton(button) {
  button.addEventListener('click', () =>
    askFirst({
      title: 'Start over?',
      text:
        'Agents, customers, conversations and everything said in Teams go back to how they were at the start. ' +
        'The bot’s own ledger stays: it remembers whom it has written to, and reaches somebody else next.',
      yes: 'Start over',
      run: () => orToast(controlApi.reset),
    }),
  );
}
