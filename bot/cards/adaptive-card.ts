/** An Adaptive Card as plain JSON (schema 1.5, what Teams renders everywhere). */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly lang: string;
  readonly fallbackText: string;
  /** Read aloud for the card as a whole. */
  readonly speak: string;
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardAction[];
  readonly refresh?: Refresh;
}

/** Teams asks for the card anew for each of these people who look at it (`29:…`, 60 at most), and shows them what they get. */
interface Refresh {
  readonly action: Pick<ExecuteAction, 'type' | 'title' | 'verb' | 'data'>;
  readonly userIds: readonly string[];
}

export type Colour = 'default' | 'accent' | 'good' | 'warning' | 'attention';
type Spacing = 'none' | 'small' | 'default' | 'medium';

interface Placed {
  readonly id?: string;
  readonly spacing?: Spacing;
}

/** Renders markdown: only for the product's own words. */
export interface TextBlock extends Placed {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly style?: 'heading' | 'default';
  readonly size?: 'small' | 'default' | 'medium' | 'large';
  readonly weight?: 'default' | 'bolder';
  readonly color?: Colour;
  readonly isSubtle?: boolean;
  readonly wrap: true;
}

/** Renders its text as it is: the place for names and customers' words. */
export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly size?: 'small' | 'default' | 'medium' | 'large';
  readonly weight?: 'default' | 'bolder';
  readonly color?: Colour;
  readonly isSubtle?: boolean;
}

export interface RichTextBlock extends Placed {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
}

export interface Container extends Placed {
  readonly type: 'Container';
  readonly style?: 'default' | 'emphasis' | 'good' | 'warning' | 'attention' | 'accent';
  readonly bleed?: boolean;
  readonly items: readonly CardElement[];
}

interface ColumnSet extends Placed {
  readonly type: 'ColumnSet';
  readonly columns: readonly Column[];
}

interface Column {
  readonly type: 'Column';
  readonly width: 'auto' | 'stretch' | string;
  readonly spacing?: Spacing;
  readonly items: readonly CardElement[];
}

/** Shows and takes plain text. */
interface InputText extends Placed {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly maxLength: number;
  readonly isMultiline?: boolean;
  readonly isRequired?: boolean;
  readonly errorMessage?: string;
}

/** One of several, as a drop-down list. */
interface InputChoiceSet extends Placed {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly style: 'compact';
  /** Absent: nothing is chosen yet. */
  readonly value?: string;
  readonly placeholder?: string;
  readonly isRequired?: boolean;
  readonly errorMessage?: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

/** Buttons in the middle of a card. */
interface ActionSet extends Placed {
  readonly type: 'ActionSet';
  readonly actions: readonly CardAction[];
}

export type CardElement =
  | TextBlock
  | RichTextBlock
  | Container
  | ColumnSet
  | InputText
  | InputChoiceSet
  | ActionSet;

export type CardAction = ExecuteAction | ShowCardAction | OpenUrlAction;

/** Opens a page beside Teams. */
export interface OpenUrlAction {
  readonly type: 'Action.OpenUrl';
  readonly id: string;
  readonly title: string;
  readonly tooltip: string;
  readonly url: string;
  readonly style?: 'default' | 'positive';
  readonly fallback: 'drop';
}

/** Opens a form inside the card. */
export interface ShowCardAction {
  readonly type: 'Action.ShowCard';
  readonly id: string;
  readonly title: string;
  readonly tooltip: string;
  readonly fallback: 'drop';
  readonly card: {
    readonly type: 'AdaptiveCard';
    readonly body: readonly CardElement[];
    readonly actions: readonly ExecuteAction[];
  };
}

export interface ExecuteAction {
  readonly type: 'Action.Execute';
  readonly id: string;
  readonly title: string;
  readonly tooltip: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** `none`: pressed whatever the inputs hold, and without them. */
  readonly associatedInputs?: 'auto' | 'none';
  readonly style?: 'default' | 'positive' | 'destructive';
  readonly fallback: 'drop';
}
