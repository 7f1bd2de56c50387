import type { Words } from '../locales/words.ts';
import type { CardAction, CardElement, ExecuteAction, ShowCardAction } from './adaptive-card.ts';
import type { PolicyView } from './policy-view.ts';

const longestText = 2_000;
const longestValue = 60;

type Form = 'mode' | 'quiet' | 'limits' | 'text';

/** A form for each part of the policy, and the way back to what is configured. Every press brings along the revision it was read at. */
export function policyForms(view: PolicyView, words: Words): CardAction[] {
  const { values } = view;
  return [
    form('mode', view, words, [
      {
        type: 'Input.ChoiceSet',
        id: 'policyMode',
        label: words('policy.mode'),
        style: 'compact',
        value: values.mode,
        choices: [
          { title: words('status.mode.supervisor'), value: 'supervisor' },
          { title: words('status.mode.automatic'), value: 'automatic' },
        ],
      },
      {
        type: 'Input.ChoiceSet',
        id: 'policyCobrowse',
        label: words('policy.cobrowse'),
        style: 'compact',
        value: values.cobrowseControl,
        choices: [
          { title: words('policy.cobrowse.off'), value: 'off' },
          { title: words('policy.cobrowse.on'), value: 'on' },
        ],
      },
    ]),
    form('quiet', view, words, [
      line('policyQuietHours', values.quietHours, words('policy.form.quiet-hours'), words),
      line('policyTimeZone', values.timeZone, words('policy.form.time-zone'), words),
    ]),
    form('limits', view, words, [
      line('policyHours', values.contactAgainAfterHours, words('policy.form.hours'), words),
      line('policyMinutes', values.approvalMinutes, words('policy.form.minutes'), words),
    ]),
    form('text', view, words, [
      {
        type: 'Input.Text',
        id: 'policyText',
        label: words('policy.form.text'),
        value: values.text,
        maxLength: longestText,
        isMultiline: true,
        isRequired: true,
        errorMessage: words('policy.form.missing'),
      },
    ]),
    ...(view.revision === 0 ? [] : [backToConfigured(view, words)]),
  ];
}

function form(name: Form, view: PolicyView, words: Words, body: readonly CardElement[]): ShowCardAction {
  return {
    type: 'Action.ShowCard',
    id: `policy-${name}`,
    title: words(`policy.edit.${name}`),
    tooltip: words(`policy.edit.${name}-tooltip`),
    fallback: 'drop',
    card: {
      type: 'AdaptiveCard',
      body,
      actions: [
        {
          type: 'Action.Execute',
          id: `policy-${name}-save`,
          title: words('policy.save'),
          tooltip: words('policy.save-tooltip'),
          verb: 'policy.change',
          data: { policyForm: name, policyRevision: view.revision },
          style: 'positive',
          fallback: 'drop',
        },
      ],
    },
  };
}

function line(id: string, value: string, label: string, words: Words): CardElement {
  return {
    type: 'Input.Text',
    id,
    label,
    value,
    maxLength: longestValue,
    isRequired: true,
    errorMessage: words('policy.form.missing'),
  };
}

function backToConfigured(view: PolicyView, words: Words): ExecuteAction {
  return {
    type: 'Action.Execute',
    id: 'policy-reset',
    title: words('policy.reset'),
    tooltip: words('policy.reset-tooltip'),
    verb: 'policy.reset',
    data: { policyRevision: view.revision },
    fallback: 'drop',
  };
}
