/** What a document promises of an operation, read once for all its requests. */
@NullMarked
package dev.moonlet.http.contract;

import org.jspecify.annotations.NullMarked;
