/** The document of the served API: the bundle's contract, and the service's own endpoints. */
@NullMarked
package dev.moonlet.http.document;

import org.jspecify.annotations.NullMarked;
