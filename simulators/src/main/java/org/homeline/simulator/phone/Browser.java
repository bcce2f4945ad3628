package org.homeline.simulator.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The browser of an old phone: shows a page's text, one line an element, and sends its form. Close it. */
public final class Browser implements AutoCloseable {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);
    private static final Pattern TEXT = Pattern.compile("<(h1|p|label|button)\\b[^>]*>(.*?)</\\1>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<input\\b[^>]*\\bname=\"(\\w+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable URI here;
    private List<String> fields = List.of();

    /** What the page says. */
    public String open(URI link) {
        here = link;
        return show(HttpRequest.newBuilder(link).GET());
    }

    /**
     * What the page says after its form was sent.
     *
     * @param values for its fields, in order; what there is no value for is left empty
     */
    public String send(List<String> values) {
        if (here == null) {
            throw new IllegalStateException("no page is open");
        }
        var body = IntStream.range(0, fields.size())
                .mapToObj(i -> fields.get(i) + "=" + (i < values.size() ? values.get(i) : ""))
                .collect(Collectors.joining("&"));
        return show(HttpRequest.newBuilder(here)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private String show(HttpRequest.Builder request) {
        try {
            var page = http.send(request.timeout(ANSWER_WITHIN).build(), BodyHandlers.ofString())
                    .body();
            fields = new ArrayList<>();
            FIELD.matcher(page).results().forEach(field -> fields.add(field.group(1)));
            return TEXT.matcher(page)
                    .results()
                    .map(element -> plain(element.group(2)))
                    .collect(Collectors.joining("\n"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopping);
        }
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    @Override
    public void close() {
        http.close();
    }
}
