import { EventEmitter, type InputBox, QuickInputButtons, type QuickPick, type QuickPickItem, window } from 'vscode';

/** What became of a step: an answer, a step back, or undefined where the user gave up. */
export type Outcome<Answer> = { readonly answer: Answer } | 'back' | undefined;

/** How a step of several is shown. */
export interface StepPlace {
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly totalSteps: number;
}

const asked = new EventEmitter<QuickPick<QuickPickItem> | InputBox>();
/** Fires with each question that comes up. */
export const onDidAsk = asked.event;

/** Shows a list and waits for what is taken from it. */
export function askInList<Item extends QuickPickItem, Answer>(
  place: StepPlace,
  setUp: (list: QuickPick<Item>) => void,
  answerOf: (list: QuickPick<Item>) => Answer | undefined,
): Promise<Outcome<Answer>> {
  const list = window.createQuickPick<Item>();
  setUp(list);
  return show(list, place, () => answerOf(list));
}

/** Shows a field for a line of text; an answer that is undefined leaves it open. */
export function askForText<Answer>(
  place: StepPlace,
  setUp: (box: InputBox) => void,
  answerOf: (box: InputBox) => Answer | undefined,
): Promise<Outcome<Answer>> {
  const box = window.createInputBox();
  setUp(box);
  return show(box, place, () => answerOf(box));
}

function show<Answer>(
  input: QuickPick<QuickPickItem> | InputBox,
  { title, step, totalSteps }: StepPlace,
  answerOf: () => Answer | undefined,
): Promise<Outcome<Answer>> {
  input.title = title;
  input.step = step;
  input.totalSteps = totalSteps;
  input.ignoreFocusOut = true;
  if (step > 1) input.buttons = [QuickInputButtons.Back, ...input.buttons];
  return new Promise((resolve) => {
    const end = (outcome: Outcome<Answer>) => {
      resolve(outcome);
      input.dispose();
    };
    input.onDidAccept(() => {
      const answer = answerOf();
      if (answer !== undefined) end({ answer });
    });
    input.onDidTriggerButton((button) => {
      if (button === QuickInputButtons.Back) end('back');
    });
    input.onDidHide(() => end(undefined));
    input.show();
    asked.fire(input);
  });
}
