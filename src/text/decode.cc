// Part of dragoman; see LICENSE.
//
// Other encodings come in through ICU: its detector names the encoding when the
// caller does not, its converter makes UTF-16, and that becomes UTF-8.  A byte-order
// mark outranks the detector, which is unsure about short texts.

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <string>

#include "dragoman/text.h"
#include "text/utf8.h"

namespace dragoman {
namespace {

struct CloseConverter {
  void operator()(UConverter* c) const { ucnv_close(c); }
};
struct CloseDetector {
  void operator()(UCharsetDetector* d) const { ucsdet_close(d); }
};

std::string mark_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "UTF-8";
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return "UTF-32LE";
  if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4))) return "UTF-32BE";
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  return {};
}

std::string detect(std::string_view bytes) {
  if (std::string marked = mark_encoding(bytes); !marked.empty()) return marked;
  if (first_ill_formed(bytes) == bytes.size()) return "UTF-8";
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return "UTF-8";
  // The detector reads the start only; a few kilobytes decide.
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 1 << 16));
  ucsdet_setText(detector.get(), bytes.data(), size, &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "UTF-8";
  const char* name = ucsdet_getName(match, &status);
  return U_FAILURE(status) || name == nullptr ? "UTF-8" : name;
}

// Counts ill-formed input as the converter meets it, then substitutes U+FFFD.
void count_ill_formed(const void* context, UConverterToUnicodeArgs* args, const char*,
                      std::int32_t length, UConverterCallbackReason reason,
                      UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  auto* loss = static_cast<LossReport*>(const_cast<void*>(context));
  ++loss->replacements;
  loss->replaced_bytes += static_cast<std::uint64_t>(length);
  const UChar replacement = 0xFFFD;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}

}  // namespace

Result<Text> Text::decode(std::string_view bytes, std::string_view encoding) {
  const std::string name = encoding.empty() ? detect(bytes) : std::string(encoding);
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status) || name.find('\0') != std::string::npos) {
    return Error(ErrorCode::kBadArgument,
                 "encoding \"" + name + "\" is not known, expected an IANA name as \"UTF-16\"");
  }
  if (ucnv_getType(converter.get()) == UCNV_UTF8) return from_utf8(std::string(bytes));
  if (bytes.size() > kMaxTextBytes / 3) {
    return Error(ErrorCode::kLimit, "text of " + std::to_string(bytes.size()) + " bytes in " +
                                        name + ", expected at most " +
                                        std::to_string(kMaxTextBytes / 3));
  }
  LossReport loss;
  ucnv_setToUCallBack(converter.get(), count_ill_formed, &loss, nullptr, nullptr, &status);

  std::string utf8;
  UChar buffer[4096];
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  UChar pending = 0;  // a lead surrogate at the end of the last piece
  bool more = true;
  while (more) {
    UChar* target = buffer;
    if (pending != 0) *target++ = pending;
    pending = 0;
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, buffer + 4096, &source, end, nullptr, true, &status);
    more = status == U_BUFFER_OVERFLOW_ERROR;
    if (U_FAILURE(status) && !more) {
      return Error(ErrorCode::kBadData, "text cannot be decoded from " + name);
    }
    auto units = static_cast<std::int32_t>(target - buffer);
    if (more && units > 0 && U16_IS_LEAD(buffer[units - 1])) pending = buffer[--units];
    icu::UnicodeString(false, buffer, units).toUTF8String(utf8);
  }

  Result<Text> text = from_utf8(std::move(utf8));
  if (!text.ok()) return text;
  LossReport& report = text->loss_;
  if (report.byte_order_mark != 0) {
    report.byte_order_mark = name.starts_with("UTF-32") ? 4 : name.starts_with("UTF-16") ? 2 : 3;
  }
  report.replacements += loss.replacements;
  report.replaced_bytes += loss.replaced_bytes;
  status = U_ZERO_ERROR;
  const char* standard = ucnv_getStandardName(name.c_str(), "IANA", &status);
  report.encoding = U_SUCCESS(status) && standard != nullptr ? standard : name;
  return text;
}

}  // namespace dragoman
