/* Windows 10 brings icuuc.dll and Wine does not. Here every converter is refused, upon which Qt takes its own codecs.
 * Only ever put into the folder where Wine plays Windows; it is not handed out. */
#define OUT __declspec(dllexport)
enum { NO_SUCH_FILE = 4 }; /* U_FILE_ACCESS_ERROR */

OUT void *ucnv_open(const char *name, int *error) { (void)name; if (error) *error = NO_SUCH_FILE; return 0; }
OUT void ucnv_close(void *converter) { (void)converter; }
OUT void ucnv_reset(void *converter) { (void)converter; }
OUT signed char ucnv_getMaxCharSize(void *converter) { (void)converter; return 1; }
OUT const char *ucnv_getName(void *converter, int *error) { (void)converter; if (error) *error = NO_SUCH_FILE; return ""; }
OUT void ucnv_getToUCallBack(void *converter, void **action, const void **context) { (void)converter; *action = 0; *context = 0; }
OUT void ucnv_getFromUCallBack(void *converter, void **action, const void **context) { (void)converter; *action = 0; *context = 0; }
OUT void ucnv_setToUCallBack(void) {}
OUT void ucnv_setFromUCallBack(void) {}
OUT void ucnv_cbToUWriteUChars(void) {}
OUT void ucnv_cbFromUWriteUChars(void) {}
OUT void ucnv_toUnicode(void) {}
OUT void ucnv_fromUnicode(void) {}
OUT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
OUT int ucnv_toUCountPending(void *converter, int *error) { (void)converter; (void)error; return 0; }
OUT int ucnv_fromUCountPending(void *converter, int *error) { (void)converter; (void)error; return 0; }
OUT const char *ucnv_getStandardName(const char *name, const char *standard, int *error) { (void)name; (void)standard; (void)error; return 0; }
OUT const char *ucnv_getAvailableName(int number) { (void)number; return 0; }
OUT int ucnv_countAvailable(void) { return 0; }
