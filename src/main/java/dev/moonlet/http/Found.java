package dev.moonlet.http;

import java.util.List;
import java.util.Map;

/**
 * The handler of a request.
 *
 * @param values what stands in the places of the template's names
 */
record Found(Route.Handler handler, PathTemplate template, List<String> values) {

    Map<String, String> params() {
        return template.parameters(values);
    }
}
