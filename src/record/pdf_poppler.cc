// Letters and pictures of a PDF by poppler's own classes (pdf_source.h says why). Runs behind the worker's walls.
#include "record/pdf_source.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include <Error.h>
#include <ErrorCodes.h>
#include <Gfx.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <Page.h>
#include <SplashOutputDev.h>
#include <TextOutputDev.h>
#include <UTF.h>
#include <splash/SplashBitmap.h>

extern "C" size_t utf8_encode(uint32_t character, char out[4]); // of base.h, whose "error" and poppler's cannot stand together

// One device for all pages: it remembers colour profiles.
struct pdf_source {
    GlobalParamsIniter settings;
    TextOutputDev device;
    std::unique_ptr<PDFDoc> document;
};

static void ignore(ErrorCategory, Goffset, const char *) {}

struct pdf_source *pdf_source_open(const char *bytes, size_t size, bool *locked) {
    auto self =
        std::unique_ptr<pdf_source>(new pdf_source{ GlobalParamsIniter(ignore), TextOutputDev(nullptr, true, 0, false, false), nullptr });
    self->document = std::make_unique<PDFDoc>(new MemStream(bytes, 0, static_cast<Goffset>(size), Object(objNull)));
    *locked = !self->document->isOk() && self->document->getErrorCode() == errEncrypted;
    return self->document->isOk() ? self.release() : nullptr;
}

void pdf_source_close(struct pdf_source *self) { delete self; }

int pdf_source_pages(const struct pdf_source *self) { return self->document->getNumPages(); }

static bool is_character(Unicode letter) { return letter < 0x110000 && (letter < 0xD800 || letter > 0xDFFF); }

void pdf_source_title(const struct pdf_source *self, char *out, size_t room) {
    size_t size = 0;
    Unicode *letters = nullptr;
    std::unique_ptr<GooString> title = self->document->getDocInfoTitle();
    int count = title ? TextStringToUCS4(title->toStr(), &letters) : 0;
    for (int i = 0; i < count; i++)
        if (letters[i] && is_character(letters[i]) && size + 4 < room) size += utf8_encode(letters[i], out + size);
    gfree(letters);
    out[size] = 0;
}

static bool is_bold(const TextWord *word, int letter) {
    const GooString *font = word->getFontName(letter);
    return font && pdf_font_is_bold(font->c_str());
}

static void take_word(const TextWord *word, void (*take)(void *, const struct pdf_letter *), void *context) {
    const TextFontInfo *font = nullptr;
    bool bold = false;
    for (int i = 0; i < word->getLength(); i++) {
        char text[4];
        double left, top, right, bottom;
        Unicode character = *word->getChar(i);
        if (i == 0 || word->getFontInfo(i) != font) bold = is_bold(word, i);
        font = word->getFontInfo(i);
        word->getCharBBox(i, &left, &top, &right, &bottom);
        pdf_letter letter = { text,
                              utf8_encode(is_character(character) ? character : 0xFFFD, text),
                              { static_cast<float>(left), static_cast<float>(top), static_cast<float>(right), static_cast<float>(bottom) },
                              static_cast<float>(word->getFontSize()),
                              bold };
        take(context, &letter);
    }
}

static void take_sign(const char *sign, void (*take)(void *, const struct pdf_letter *), void *context) {
    pdf_letter letter = { sign, 1, {}, 0, false };
    take(context, &letter);
}

static void take_line(const TextLine *line, void (*take)(void *, const struct pdf_letter *), void *context) {
    for (const TextWord *word = line->getWords(); word; word = word->getNext()) {
        take_word(word, take, context);
        if (word->hasSpaceAfter()) take_sign(" ", take, context);
    }
    take_sign("\n", take, context);
}

static void page_size(const Page *page, double *width, double *height) {
    bool lies = page->getRotate() == 90 || page->getRotate() == 270;
    *width = lies ? page->getCropHeight() : page->getCropWidth();
    *height = lies ? page->getCropWidth() : page->getCropHeight();
}

bool pdf_source_letters(struct pdf_source *self, int number, float size[2], void (*take)(void *context, const struct pdf_letter *letter),
                        void *context) {
    Page *page = self->document->getPage(number + 1);
    if (!page) return false;
    double width, height;
    page_size(page, &width, &height);
    size[0] = static_cast<float>(width);
    size[1] = static_cast<float>(height);
    std::unique_ptr<Gfx> painter(page->createGfx(&self->device, 72, 72, 0, false, true, -1, -1, -1, -1, false, nullptr, nullptr));
    page->display(painter.get());
    self->device.endPage();
    for (const TextFlow *flow = self->device.getFlows(); flow; flow = flow->getNext())
        for (const TextBlock *block = flow->getBlocks(); block; block = block->getNext())
            for (const TextLine *line = block->getLines(); line; line = line->getNext()) take_line(line, take, context);
    return true;
}

bool pdf_source_picture(struct pdf_source *self, int number, int per_inch, double most, unsigned char **gray, int *width, int *height) {
    Page *page = self->document->getPage(number + 1);
    double points_wide, points_high, scale = per_inch / 72.0;
    if (!page) return false;
    page_size(page, &points_wide, &points_high);
    if (points_wide < 1 || points_high < 1 || points_wide * scale * points_high * scale > most) return false;
    SplashColor white = { 255 };
    SplashOutputDev device(splashModeMono8, 1, false, white);
    device.startDoc(self->document.get());
    self->document->displayPage(&device, number + 1, per_inch, per_inch, 0, false, true, false);
    SplashBitmap *picture = device.getBitmap();
    *width = picture->getWidth();
    *height = picture->getHeight();
    size_t row = static_cast<size_t>(*width);
    if (*width < 1 || *height < 1 || !(*gray = static_cast<unsigned char *>(malloc(row * static_cast<size_t>(*height))))) return false;
    for (int y = 0; y < *height; y++)
        memcpy(*gray + static_cast<size_t>(y) * row, picture->getDataPtr() + static_cast<ptrdiff_t>(y) * picture->getRowSize(), row);
    return true;
}
