import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Formats every Java file below a folder, or checks that each is formatted. Maven starts it with
 * the JDK that it compiles with, since the formatter has to know that JDK's syntax and Maven itself
 * may run on an older one.
 */
class Format {

    public static void main(String[] args) throws Exception {
        List<String> files = javaFiles(Path.of(args[1]));
        int code;
        if (args[0].equals("apply")) {
            code = format(files, "--replace");
            // A comment that was wrapped anew may come out otherwise in a second pass.
            if (code == 0) {
                code = format(files, "--replace");
            }
        } else {
            code = format(files, "--dry-run", "--set-exit-if-changed");
            if (code != 0) {
                System.err.println(
                        "The files above are not formatted, or do not parse. Format them with:"
                                + " ./mvnw -q -Pformat");
            }
        }
        System.exit(code);
    }

    private static int format(List<String> files, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("--aosp"));
        command.addAll(List.of(options));
        command.addAll(files);
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        try {
            return new com.google.googlejavaformat.java.Main(out, err, System.in)
                    .format(command.toArray(String[]::new));
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static List<String> javaFiles(Path root) throws IOException {
        List<String> files = new ArrayList<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a) {
                        String name = dir.getFileName().toString();
                        return name.equals("target") || name.equals(".git")
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                        if (file.toString().endsWith(".java")) {
                            files.add(file.toString());
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return files;
    }
}
