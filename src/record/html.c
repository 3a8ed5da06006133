/* Web pages: the main text, without menus, page frame and scripts.
 *
 * Worked example: <nav>…</nav><main><h1>Motie</h1><p>verzoekt de <b>regering</b>…</p></main> → blocks "Motie" (heading 1) and
 * "verzoekt de regering…" (paragraph); record.repairs says how many words outside the main text were left out.
 *
 * Where the main text stands: <main> or role="main"; else the only <article>; else an element with the id "content" or "main";
 * else the body. Inside it, what is by its element, role or class navigation is left out, and lists made of links alone. */
#include "record/format.h"

#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>

static const char *property(const xmlNode *node, const char *name) {
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        if (strcmp((const char *)attribute->name, name) == 0 && attribute->children && attribute->children->content)
            return (const char *)attribute->children->content;
    return "";
}

static bool named(const xmlNode *node, const char *name) {
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* The node after `node` in document order inside `top`; children are skipped if `skip`. */
static xmlNode *next_node(xmlNode *node, const xmlNode *top, bool skip) {
    if (!skip && node->children && node->type == XML_ELEMENT_NODE) return node->children;
    while (node != top && !node->next) node = node->parent;
    return node == top ? NULL : node->next;
}

static size_t count_words(slice text) {
    size_t words = 0;
    for (size_t i = 0; i < text.size; i++)
        words += (unsigned char)text.data[i] > ' ' && (i + 1 == text.size || (unsigned char)text.data[i + 1] <= ' ');
    return words;
}

static bool is_code(const xmlNode *node) {
    static const char *const names[] = { "script", "style", "noscript", "template", "svg", "iframe", "object", "head", "title" };
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (named(node, names[i])) return true;
    return node->type == XML_COMMENT_NODE;
}

static size_t words_inside(xmlNode *top) {
    size_t words = 0;
    for (xmlNode *node = top; node;) {
        bool code = is_code(node);
        if (node->type == XML_TEXT_NODE && node->content) words += count_words(slice_of((const char *)node->content));
        node = next_node(node, top, code);
    }
    return words;
}

/* A class or id of which one word ("share" in "o-share-links") says that this is no text. */
static bool says_frame(const char *classes) {
    static const char *const words[] = { "breadcrumb", "breadcrumbs", "cookie",   "share",  "social",    "menu",      "navigation",
                                         "nav",        "pagination",  "pager",    "skip",   "skiplink",  "nonvisual", "hidden",
                                         "hide",       "sidebar",     "toolbar",  "footer", "printhead", "sr-only",   "visuallyhidden",
                                         "login",      "search",      "download", "btn",    "button" };
    for (const char *at = classes; *at;) {
        size_t size = strcspn(at, " -_\t\n");
        for (size_t i = 0; i < COUNT_OF(words); i++)
            if (slice_equal_nocase((slice){ at, size }, slice_of(words[i]))) return true;
        at += size;
        at += strspn(at, " -_\t\n");
    }
    return false;
}

/* A list whose words are nearly all links, three or more, is a menu. */
static bool is_menu(xmlNode *top) {
    if (!named(top, "ul") && !named(top, "ol")) return false;
    size_t links = 0, linked = 0, all = words_inside(top);
    for (xmlNode *node = top; node;) {
        bool link = named(node, "a") && *property(node, "href");
        if (link) {
            size_t words = words_inside(node);
            links++, linked += words;
            if (words > 12) return false; /* headlines that are links are text */
        }
        node = next_node(node, top, link);
    }
    return links >= 3 && linked * 10 >= all * 9;
}

static bool is_frame(xmlNode *node) {
    if (node->type != XML_ELEMENT_NODE) return false;
    static const char *const names[] = { "nav", "footer", "button", "select", "input", "textarea", "menu", "dialog" };
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (named(node, names[i])) return true;
    const char *role = property(node, "role");
    if (!strcmp(role, "doc-backlink")) return true; /* "↩" behind a footnote */
    if (!strcmp(role, "navigation") || !strcmp(role, "banner") || !strcmp(role, "contentinfo") || !strcmp(role, "search")) return true;
    if (!strcmp(property(node, "aria-hidden"), "true") || strstr(property(node, "style"), "display:none") ||
        strstr(property(node, "style"), "display: none"))
        return true;
    if (named(node, "body") || named(node, "main") || named(node, "article") || named(node, "html")) return false;
    return says_frame(property(node, "class")) || says_frame(property(node, "id")) || is_menu(node);
}

static xmlNode *find_main(xmlNode *root) {
    static const char *const ids[] = { "content", "main-content", "maincontent", "main" };
    xmlNode *article = NULL, *body = root, *by_id = NULL;
    int articles = 0;
    for (xmlNode *node = root; node; node = next_node(node, root, is_code(node))) {
        if (node->type != XML_ELEMENT_NODE) continue;
        if (named(node, "main") || !strcmp(property(node, "role"), "main")) return node;
        if (named(node, "article")) article = node, articles++;
        if (named(node, "body")) body = node;
        for (size_t i = 0; !by_id && i < COUNT_OF(ids); i++)
            if (!strcmp(property(node, "id"), ids[i])) by_id = node;
    }
    return articles == 1 && words_inside(article) > 20 ? article : by_id && words_inside(by_id) > 5 ? by_id : body;
}

/* Where a footnote is called, and what leads to it: <sup><a href="#fn1">1</a></sup>. */
struct note_call {
    const char *target;
    slice number;
};
struct writer {
    struct builder *out;
    int lists;
    size_t left_out;
    xmlNode *main;
    ARRAY(struct note_call) calls;
    const xmlNode *note; /* the footnote that is being written */
    slice label;         /* its number, until it is written before its first word */
};

/* "/html/body/div[2]/p" of a node: its number among the elements of its name is the parent's affair, so it is found by looking back. */
static const char *place_of(arena *memory, const xmlNode *node) {
    const xmlNode *steps[64];
    int count = 0;
    for (; node && node->type == XML_ELEMENT_NODE && count < 64; node = node->parent) steps[count++] = node;
    buffer path = { 0 };
    while (count--) {
        const xmlNode *step = steps[count];
        buffer_format(&path, "/%s", (const char *)step->name);
        int number = 1;
        for (const xmlNode *before = step->prev; before && number < 100; before = before->prev)
            number += named(before, (const char *)step->name);
        if (number > 1) buffer_format(&path, "[%d]", number);
    }
    const char *text = arena_copy(memory, (slice){ path.data, path.size });
    buffer_free(&path);
    return text;
}

static const struct {
    const char *name;
    enum block_kind kind;
    uint8_t level;
} blocks[] = {
    { "p", BLOCK_PARAGRAPH, 0 },       { "div", BLOCK_PARAGRAPH, 0 },      { "section", BLOCK_PARAGRAPH, 0 },
    { "article", BLOCK_PARAGRAPH, 0 }, { "h1", BLOCK_HEADING, 1 },         { "h2", BLOCK_HEADING, 2 },
    { "h3", BLOCK_HEADING, 3 },        { "h4", BLOCK_HEADING, 4 },         { "h5", BLOCK_HEADING, 5 },
    { "h6", BLOCK_HEADING, 6 },        { "li", BLOCK_LIST_ITEM, 0 },       { "td", BLOCK_TABLE_CELL, 0 },
    { "th", BLOCK_TABLE_CELL, 0 },     { "blockquote", BLOCK_QUOTE, 0 },   { "dt", BLOCK_KEY, 0 },
    { "dd", BLOCK_PARAGRAPH, 0 },      { "pre", BLOCK_PARAGRAPH, 0 },      { "figcaption", BLOCK_PARAGRAPH, 0 },
    { "caption", BLOCK_PARAGRAPH, 0 }, { "address", BLOCK_PARAGRAPH, 0 },  { "header", BLOCK_PARAGRAPH, 0 },
    { "ul", BLOCK_PARAGRAPH, 0 },      { "ol", BLOCK_PARAGRAPH, 0 },       { "table", BLOCK_PARAGRAPH, 0 },
    { "tr", BLOCK_PARAGRAPH, 0 },      { "aside", BLOCK_QUOTE, 0 },        { "main", BLOCK_PARAGRAPH, 0 },
    { "form", BLOCK_PARAGRAPH, 0 },    { "fieldset", BLOCK_PARAGRAPH, 0 }, { "body", BLOCK_PARAGRAPH, 0 },
    { "center", BLOCK_PARAGRAPH, 0 },  { "hr", BLOCK_PARAGRAPH, 0 },
};

static int find_block(const xmlNode *node) {
    for (size_t i = 0; i < COUNT_OF(blocks); i++)
        if (named(node, blocks[i].name)) return (int)i;
    return -1;
}

static bool is_emphasis(const xmlNode *node) { return named(node, "b") || named(node, "strong") || named(node, "em") || named(node, "i"); }

/* The nearest block around a node whose text goes on after an inner block has ended. */
static int block_around(const xmlNode *node, const xmlNode *top) {
    for (; node; node = node->parent) {
        int found = find_block(node);
        if (found >= 0 || node == top) return found;
    }
    return -1;
}

static void open_block(struct writer *self, int found, const xmlNode *node) {
    enum block_kind kind = self->note ? BLOCK_FOOTNOTE : found < 0 ? BLOCK_PARAGRAPH : blocks[found].kind;
    int level = kind == BLOCK_LIST_ITEM ? self->lists : found < 0 ? 0 : blocks[found].level;
    builder_open(self->out, kind, level, place_of(self->out->memory, node));
}

/* <p> inside a list item or a cell is that item's or cell's text. */
static int kind_of(const xmlNode *node, int found) {
    if (blocks[found].kind != BLOCK_PARAGRAPH) return found;
    int around = node->parent ? find_block(node->parent) : -1;
    return around >= 0 &&
                   (blocks[around].kind == BLOCK_LIST_ITEM || blocks[around].kind == BLOCK_TABLE_CELL || blocks[around].kind == BLOCK_QUOTE)
               ? around
               : found;
}

/* Numbers of an ordered list are text that the browser adds. */
static void write_label(struct writer *self, const xmlNode *item) {
    if (!item->parent || !named(item->parent, "ol")) return;
    int number = atoi(property(item->parent, "start"));
    if (!number) number = 1;
    const char *type = property(item->parent, "type");
    for (const xmlNode *before = item->prev; before && number < 10000; before = before->prev) number += named(before, "li");
    char label[24];
    if ((*type == 'a' || *type == 'A') && number <= 26)
        snprintf(label, sizeof label, "%c. ", *type + number - 1);
    else
        snprintf(label, sizeof label, "%d. ", number);
    builder_text(self->out, slice_of(label));
}

/* A block that a call leads to is a footnote, whatever list or frame it stands in. */
static void begin_note(struct writer *self, const xmlNode *node) {
    const char *id = property(node, "id");
    for (uint32_t i = 0; !self->note && *id && i < self->calls.count; i++)
        if (!strcmp(self->calls.at[i].target, id)) self->note = node, self->label = self->calls.at[i].number;
}

static void enter(struct writer *self, xmlNode *node) {
    if (named(node, "ul") || named(node, "ol")) self->lists++;
    if (named(node, "br")) return builder_break(self->out);
    int found = find_block(node);
    if (found >= 0) {
        begin_note(self, node);
        open_block(self, kind_of(node, found), node);
        if (named(node, "li") && !self->note) write_label(self, node);
    } else if (named(node, "a")) {
        const char *target = link_target(self->out->memory, slice_of(property(node, "href")));
        builder_mark_open(self->out, MARK_REFERENCE, target ? target : "");
    } else if (is_emphasis(node))
        builder_mark_open(self->out, MARK_EMPHASIS, NULL);
}

static void leave(struct writer *self, xmlNode *node, const xmlNode *top) {
    if (named(node, "ul") || named(node, "ol")) self->lists--;
    if (named(node, "a") || is_emphasis(node)) builder_mark_close(self->out);
    if (find_block(node) < 0) return;
    builder_close(self->out);
    if (node == self->note) self->note = NULL;
    if (node != top && node->next) open_block(self, block_around(node->parent, top), node->parent);
}

/* The number of a footnote where it is called: <a role="doc-noteref"><sup>1</sup></a> or <sup><a href="#fn1">1</a></sup>. Other raised
 * figures ("m<sup>2</sup>") are text. */
static bool write_note_mark(struct writer *self, xmlNode *text) {
    slice figures = slice_trim(slice_of((const char *)text->content));
    bool raised = false, linked = false;
    const char *target = "";
    for (size_t i = 0; i < figures.size; i++)
        if (figures.data[i] < '0' || figures.data[i] > '9') return false;
    for (const xmlNode *node = text->parent; node && find_block(node) < 0; node = node->parent) {
        raised |= named(node, "sup");
        if (!named(node, "a")) continue;
        linked |= property(node, "href")[0] == '#' || !strcmp(property(node, "role"), "doc-noteref");
        if (property(node, "href")[0] == '#') target = property(node, "href") + 1;
    }
    if (!figures.size || figures.size > 3 || !raised || !linked) return false;
    builder_footnote_mark(self->out, figures);
    if (*target) ARRAY_PUSH(self->out->memory, &self->calls) = (struct note_call){ target, figures };
    return true;
}

/* In a footnote: its own number, and the link back to where it was called ("2", "[2]", "↩"). */
static bool is_way_back(const struct writer *self, const xmlNode *text) {
    slice words = slice_trim(slice_of((const char *)text->content));
    if (!self->note || !words.size || words.size > 6) return false;
    bool back = self->label.size && slice_equal(words, self->label);
    for (const xmlNode *node = text->parent; node && node != self->note; node = node->parent)
        back |= named(node, "a") && property(node, "href")[0] == '#';
    return back;
}

static void write_text(struct writer *self, xmlNode *node) {
    slice text = slice_of((const char *)node->content);
    if (is_way_back(self, node) || (!self->note && write_note_mark(self, node))) return;
    if (self->note && self->label.size && slice_trim(text).size) {
        builder_text(self->out, self->label);
        builder_text(self->out, SLICE(" "));
        self->label = (slice){ 0 };
    }
    builder_text(self->out, text);
}

static void write_nodes(struct writer *self, xmlNode *top) {
    xmlNode *node = top;
    while (node) {
        bool skip = is_code(node);
        if (!skip && node != top && is_frame(node)) self->left_out += words_inside(node), skip = true;
        if (!skip && node->type == XML_TEXT_NODE && node->content) write_text(self, node);
        if (!skip && node->type == XML_ELEMENT_NODE) {
            enter(self, node);
            if (node->children) {
                node = node->children;
                continue;
            }
            leave(self, node, top);
        }
        while (node != top && !node->next) {
            node = node->parent;
            leave(self, node, top);
        }
        node = node == top ? NULL : node->next;
    }
}

static void read_head(struct builder *out, xmlNode *root) {
    const char *lang = property(root, "lang");
    if (!*lang) lang = property(root, "xml:lang");
    if (*lang) record_know(out->record, out->memory, FIELD_LANG, KNOWN_FROM_MARKUP, slice_of(lang));
    slice title = { 0 };
    for (xmlNode *node = root; node; node = next_node(node, root, named(node, "body"))) {
        if (named(node, "title") && node->children && node->children->content) title = slice_of((const char *)node->children->content);
        if (!named(node, "meta")) continue;
        slice name = slice_of(property(node, "name")), content = slice_of(property(node, "content"));
        publication_meta(out, name, slice_of(property(node, "scheme")), content);
        author_meta(out, name, content);
        date issued;
        if ((slice_equal(name, SLICE("DCTERMS.issued")) || slice_equal(name, SLICE("dcterms.date")) ||
             slice_equal_nocase(name, SLICE("dcterms.issued"))) &&
            content.size >= 10 && date_parse((slice){ content.data, 10 }, &issued))
            record_know(out->record, out->memory, FIELD_DATE, KNOWN_FROM_MARKUP, (slice){ content.data, 10 });
    }
    if (title.size) record_know(out->record, out->memory, FIELD_TITLE, KNOWN_ASSUMED, title); /* it names the site as well */
}

/* The first headline of the main text is the document's title. */
static void know_title(struct record *record, arena *memory) {
    for (uint32_t i = 0; i < record->blocks.count && i < 40; i++) {
        const struct record_block *block = &record->blocks.at[i];
        if (block->kind != BLOCK_HEADING || block->level > 1 || span_size(block->span) > 400) continue;
        return record_know(record, memory, FIELD_TITLE, KNOWN_FROM_MARKUP, span_slice(record->text, block->span));
    }
}

static void ignore_error(void *context, xmlErrorPtr found) { (void)context, (void)found; }

bool html_parse(struct builder *out, slice bytes, error *problem) {
    bool utf8 = utf8_invalid(bytes) == bytes.size;
    if (!utf8) builder_repair(out, "the page is not UTF-8; it was read by the encoding that it names, else as Windows-1252");
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    if (!parser) return error_set(problem, ERROR_LIMIT, out->name, -1, "no memory for the HTML parser");
    parser->sax->serror = ignore_error;
    bool declares = !utf8 && memmem(bytes.data, bytes.size < 4096 ? bytes.size : 4096, "charset", 7) != NULL;
    htmlDocPtr document =
        htmlCtxtReadMemory(parser, bytes.data, (int)bytes.size, NULL,
                           utf8       ? "UTF-8"
                           : declares ? NULL
                                      : "windows-1252",
                           HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER | HTML_PARSE_COMPACT);
    xmlErrorPtr found = xmlCtxtGetLastError(parser);
    bool too_deep = found && found->level == XML_ERR_FATAL && found->code == XML_ERR_INTERNAL_ERROR;
    htmlFreeParserCtxt(parser);
    xmlNode *root = document ? xmlDocGetRootElement(document) : NULL;
    bool done = false;
    if (too_deep)
        error_set(problem, ERROR_LIMIT, out->name, -1, "elements are nested too deep");
    else if (!root)
        error_set(problem, ERROR_FORMAT, out->name, 0, "there is no page in it");
    else {
        read_head(out, root);
        struct writer writer = { .out = out };
        xmlNode *main = find_main(root);
        size_t all = words_inside(root);
        write_nodes(&writer, main);
        size_t outside = all - words_inside(main) + writer.left_out;
        if (outside) builder_repair(out, arena_format(out->memory, "%zu words of menus and page frame were left out", outside));
        done = builder_finish(out, problem);
        if (done) know_title(out->record, out->memory);
    }
    if (document) xmlFreeDoc(document);
    return done;
}
