/** Fields of a form, each with its label. A form asks by its address (GET), so what was asked can be bookmarked. */
import { element } from './element.ts';

function field(label: string, control: HTMLElement): HTMLElement {
    return element(
        'div',
        { class: 'utrecht-form-field field' },
        element('div', { class: 'utrecht-form-field__label' }, element('label', { class: 'utrecht-form-label', for: control.id }, label)),
        element('div', { class: 'utrecht-form-field__input' }, control),
    );
}
export interface Choice {
    value: string;
    label: string;
}
export function textField(name: string, label: string, value: string, type: 'text' | 'search' | 'date' = 'text'): HTMLElement {
    return field(label, element('input', { class: 'utrecht-textbox utrecht-textbox--html-input', type, name, id: `field-${name}`, value }));
}
/** Text with suggestions; other text is fine too. */
export function suggestField(name: string, label: string, value: string, suggestions: Choice[]): HTMLElement {
    const list = `suggestions-${name}`;
    const input = element('input', {
        class: 'utrecht-textbox utrecht-textbox--html-input',
        type: 'text',
        name,
        id: `field-${name}`,
        value,
        list,
    });
    const made = field(label, input);
    made.append(
        element(
            'datalist',
            { id: list },
            suggestions.map((choice) => element('option', { value: choice.value }, choice.label)),
        ),
    );
    return made;
}
export function choiceField(name: string, label: string, value: string, choices: Choice[]): HTMLElement {
    const options = choices.some((choice) => choice.value === value) ? choices : [...choices, { value, label: value }];
    return field(
        label,
        element(
            'select',
            { class: 'utrecht-select utrecht-select--html-select', name, id: `field-${name}` },
            options.map((choice) => element('option', { value: choice.value, selected: choice.value === value }, choice.label)),
        ),
    );
}
export function submitButton(label: string): HTMLElement {
    return element('button', { class: 'utrecht-button utrecht-button--primary-action', type: 'submit' }, label);
}
/** What a form holds, without its empty fields. */
export function formQuery(form: HTMLFormElement): Record<string, string> {
    const query: Record<string, string> = {};
    for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value.trim()) query[name] = value.trim();
    return query;
}
