# SYNTAX TEST "source.dockerfile" "shell in instructions"
FROM alpine:3.22 AS build
# <---- keyword.other.special-method.dockerfile
RUN --mount=type=cache,target=/root/.cache echo "hello" && ls
# <--- keyword.other.special-method.dockerfile
#   ^^^^^^^ entity.other.attribute-name.dockerfile
#           ^^^^^^^^^^ string.unquoted.dockerfile
#                                               ^^^^^ meta.embedded.shell.dockerfile string.quoted.double.shell
#                                                       ^^ meta.embedded.shell.dockerfile
RUN apk add \
# <--- keyword.other.special-method.dockerfile
 # a remark between the lines
#^ comment.line.number-sign.dockerfile
    curl "and more" 'unclosed
#        ^^^^^^^^^^ meta.embedded.shell.dockerfile string.quoted.double.shell
COPY a b
# <---- keyword.other.special-method.dockerfile - meta.embedded.shell.dockerfile
CMD ["node", "a\"b.js"]
# <--- keyword.other.special-method.dockerfile
#   ^ punctuation.definition.array.begin.dockerfile
#    ^^^^^^ meta.exec-form.dockerfile string.quoted.double.dockerfile
#              ^^ constant.character.escape.dockerfile
CMD echo "hello"
#        ^^^^^^^ meta.embedded.shell.dockerfile string.quoted.double.shell

RUN <<EOF
# <--- keyword.other.special-method.dockerfile
#   ^^ keyword.operator.heredoc.dockerfile
#     ^^^ entity.name.tag.heredoc.dockerfile
FROM "here it is a shell's word"
# <---- meta.heredoc.dockerfile meta.embedded.shell.dockerfile - keyword.other.special-method.dockerfile
#    ^^^^^^^ string.quoted.double.shell
EOF
# <--- entity.name.tag.heredoc.dockerfile
COPY <<-"END" /etc/motd
#    ^^^ keyword.operator.heredoc.dockerfile
RUN nothing, this is text
# <--- string.unquoted.heredoc.dockerfile - keyword.other.special-method.dockerfile
	END
#^^^ entity.name.tag.heredoc.dockerfile
HEALTHCHECK --interval=30s CMD wget "http://localhost"
# <----------- keyword.other.special-method.dockerfile
#           ^^^^^^^^^^ entity.other.attribute-name.dockerfile
#                          ^^^ keyword.other.special-method.dockerfile
#                                   ^^^^^^ meta.embedded.shell.dockerfile string.quoted.double.shell
HEALTHCHECK NONE
#           ^^^^ constant.language.dockerfile
EXPOSE 8080
# <------ keyword.other.special-method.dockerfile - meta.embedded.shell.dockerfile
