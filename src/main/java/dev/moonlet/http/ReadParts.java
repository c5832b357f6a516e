package dev.moonlet.http;

import dev.moonlet.http.contract.ReadForm;
import dev.moonlet.module.http.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Reads the parts of a form as they come, within bounds; files that are not small go to disk. */
final class ReadParts {

    /** A part has a name, a file's name and a content type. */
    private static final int MAX_HEADERS = 4 << 10;

    private final long maxUpload;
    private final int maxBody;
    private final int maxParts;

    ReadParts(HttpProperties properties) {
        maxUpload = properties.maxUpload().toBytes();
        maxBody = Math.toIntExact(properties.maxBody().toBytes());
        maxParts = properties.maxParameters();
    }

    ReadForm.Parts of(Asked asked, InputStream body) throws IOException, Refusal {
        ReadForm.Parts parts = new ReadForm.Parts();
        boolean isDone = false;
        try {
            read(asked, body, parts);
            isDone = true;
            return parts;
        } catch (FileUploadException | FileUploadIOException wrong) {
            Throwable cause = wrong.getCause() == null ? wrong : wrong.getCause();
            throw wrong instanceof SizeException || cause instanceof SizeException
                    ? tooLarge()
                    : malformed();
        } catch (MultipartStream.MalformedStreamException | InvalidFileNameException wrong) {
            throw malformed();
        } finally {
            if (!isDone) {
                parts.forget();
            }
        }
    }

    private void read(Asked asked, InputStream body, ReadForm.Parts parts)
            throws IOException, FileUploadException, Refusal {
        FileUpload upload = new FileUpload();
        upload.setSizeMax(maxUpload);
        upload.setPartHeaderSizeMax(MAX_HEADERS);
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        FileItemIterator items = upload.getItemIterator(new Parted(asked, body));
        int left = maxBody;
        while (items.hasNext()) {
            if (parts.count() == maxParts) {
                throw new Refusal(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "More than the %d parts that are read.".formatted(maxParts));
            }
            FileItemStream item = items.next();
            try (InputStream content = item.openStream()) {
                if (item.isFormField()) {
                    left -= field(item, content, left, parts);
                } else {
                    parts.add(file(item, content));
                }
            }
        }
    }

    private int field(FileItemStream item, InputStream content, int left, ReadForm.Parts parts)
            throws IOException, Refusal {
        byte[] value = content.readNBytes(left + 1);
        if (value.length > left) {
            throw new Refusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The fields are larger than the %d bytes that are read.".formatted(maxBody));
        }
        String type = item.getContentType() == null ? "text/plain" : item.getContentType();
        parts.add(item.getFieldName(), new String(value, StandardCharsets.UTF_8), type);
        return value.length;
    }

    private static Upload file(FileItemStream item, InputStream content) throws IOException {
        Spooled spooled = Spooled.of(content);
        String type = item.getContentType() == null ? "" : item.getContentType();
        return new Upload(item.getFieldName(), item.getName(), type, spooled.size(), spooled);
    }

    private Refusal tooLarge() {
        return new Refusal(
                HttpStatus.CONTENT_TOO_LARGE,
                "The form is larger than the %d bytes that are read, or a part has too long headers."
                        .formatted(maxUpload));
    }

    private static Refusal malformed() {
        return new Refusal(HttpStatus.BAD_REQUEST, "The body is not multipart/form-data.");
    }

    /** A request as Tomcat's reader of parts knows it. */
    private record Parted(Asked asked, InputStream body) implements UploadContext {

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public @Nullable String getContentType() {
            return asked.header(HttpHeaders.CONTENT_TYPE);
        }

        @Override
        public long contentLength() {
            return asked.length();
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }
    }
}
