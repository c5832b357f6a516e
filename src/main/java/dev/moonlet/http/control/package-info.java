/** What operators ask of the service over HTTP. */
@NullMarked
package dev.moonlet.http.control;

import org.jspecify.annotations.NullMarked;
