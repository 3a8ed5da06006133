/** Makes elements. Text goes in as text nodes only, so nothing that stands in a record can become markup.
 *
 *     element('p', { class: 'utrecht-paragraph' }, 'due ', element('time', { datetime: '2021-06-14' }, '14 June 2021'))
 */
export type Child = Node | string | number | false | null | undefined | Child[];
export type Attributes = Record<string, string | number | boolean | undefined | ((event: Event) => void)>;

export function element<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes: Attributes = {},
    ...children: Child[]
): HTMLElementTagNameMap[Tag] {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (typeof value === 'function') made.addEventListener(name, value);
        else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
    }
    append(made, children);
    return made;
}

export function append(parent: Node, children: Child[]): void {
    for (const child of children) {
        if (Array.isArray(child)) append(parent, child);
        else if (child instanceof Node) parent.appendChild(child);
        else if (child !== null && child !== undefined && child !== false) parent.appendChild(document.createTextNode(String(child)));
    }
}
