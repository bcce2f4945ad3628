package org.homeline.gateway.web;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.homeline.language.Language;
import org.homeline.language.Texts;
import org.homeline.signing.Digest;
import org.jspecify.annotations.Nullable;

/** Writes the page in a person's language. Nothing that was typed is ever written into it. */
@Singleton
final class PinPage {
    private static final String STYLE = "body{font:1.1em/1.4 sans-serif;margin:1em auto;padding:0 1em;max-width:24em;"
            + "color:#111;background:#fff}h1{font-size:1.3em}label{display:block;margin:1em 0 .3em}"
            + "input,button{font:inherit;width:100%;box-sizing:border-box;padding:.6em;border:1px solid #555}"
            + "button{margin-top:1.4em;background:#06552f;color:#fff;font-weight:bold}"
            + ".problem{border-left:.3em solid #b00020;padding:.4em .7em;background:#fdecee}";

    private final Texts texts;

    PinPage(Texts texts) {
        this.texts = texts;
    }

    /** What this page may load and where it may send: its own style, and itself. */
    static String contentSecurityPolicy() {
        var hash = Base64.getEncoder().encodeToString(Digest.sha256(STYLE.getBytes(StandardCharsets.UTF_8)));
        return "default-src 'none'; style-src 'sha256-" + hash
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    /**
     * The form; sent to the page's own address.
     *
     * @param withOld whether the present PIN has to be given
     * @param problem what was wrong with what was sent before, in the person's language
     */
    String form(Language language, String name, boolean withOld, @Nullable String problem) {
        var page = new StringBuilder(head(language));
        page.append(paragraph(texts.write(language, "web.greeting", Map.of("name", name)), ""));
        if (problem != null) {
            page.append(paragraph(problem, " class=\"problem\" role=\"alert\""));
        }
        page.append("<form method=\"post\">\n");
        if (withOld) {
            page.append(field(language, "old"));
        }
        page.append(field(language, "pin")).append(field(language, "again"));
        return page.append("<button type=\"submit\">")
                .append(escaped(say(language, "web.save")))
                .append("</button>\n</form>\n</body></html>\n")
                .toString();
    }

    /** A page that only says something. */
    String says(Language language, String text) {
        return head(language) + paragraph(text, "") + "</body></html>\n";
    }

    String say(Language language, String key) {
        return texts.write(language, key, Map.of());
    }

    private String head(Language language) {
        var title = escaped(say(language, "web.title"));
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <meta name="robots" content="noindex"><title>%s</title><style>%s</style></head><body>
                <h1>%s</h1>
                """.formatted(language.code(), title, STYLE, title);
    }

    private String field(Language language, String name) {
        return """
                <label for="%1$s">%2$s</label>
                <input type="password" id="%1$s" name="%1$s" inputmode="numeric" pattern="[0-9]*" minlength="4"\
                 maxlength="6" autocomplete="off" required>
                """.formatted(name, escaped(say(language, "web." + name)));
    }

    private static String paragraph(String text, String attributes) {
        return "<p" + attributes + ">" + escaped(text) + "</p>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
